import type * as z from 'zod/mini';
import type { firmProfileOptionsSchema } from '#shared/contracts/site.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import type { ReferralStatus } from '#shared/domain/referral/referral-states.ts';
import type { QueueRowRow } from './queue-repository.ts';

export type ExportRow = QueueRowRow & { readonly packageName: LocalisedText | null };
export type ExportValue = string | number | boolean | Date | null;

type Names = z.input<typeof firmProfileOptionsSchema>;
type Reader = { readonly names: Names; readonly language: Language };

/** `decimals`: of a level. `date`: a day and nothing more exact. */
export type ExportKind = 'text' | 'whole' | 'decimals' | 'date' | 'yes-no';

export type ExportColumn = {
  /** As the JSON file calls it, for good. */
  readonly code: string;
  readonly kind: ExportKind;
  readonly header: LocalisedText;
  /** In words of the reader. */
  readonly read: (row: ExportRow, reader: Reader) => ExportValue;
  /** As a code, where the words stand for one. */
  readonly readCode?: (row: ExportRow) => ExportValue;
};

/** As the queue says it. */
export const statusWords: Readonly<Record<ReferralStatus, LocalisedText>> = {
  chosen: { sv: 'Väntar på svar', en: 'Waits for an answer' },
  accepted: { sv: 'Antagen', en: 'Taken up' },
  started: { sv: 'Påbörjad', en: 'Started' },
  completed: { sv: 'Genomförd', en: 'Completed' },
  discontinued: { sv: 'Avbruten', en: 'Broken off' },
  declined: { sv: 'Avböjd', en: 'Turned down' },
  'handed-over': { sv: 'Lämnad vidare till en annan leverantör', en: 'Passed on to another provider' },
  withdrawn: { sv: 'Återtagen', en: 'Withdrawn' },
};
const outside: LocalisedText = { sv: 'Utanför de tre länen', en: 'Outside the three counties' };

type Named = { readonly code: string; readonly name: LocalisedText };

function wordOf(list: readonly Named[], code: string | null, language: Language): string | null {
  if (code === null) return null;
  return code === outsideRegion ? outside[language] : (list.find((each) => each.code === code)?.name[language] ?? code);
}

function municipalityOf(row: ExportRow, { names, language }: Reader): string | null {
  if (row.municipality === outsideRegion) return outside[language];
  return names.municipalities.find(({ code }) => code === row.municipality)?.name ?? row.municipality;
}

/** What a list shows, and no more: whom to ask for at a firm is a look of its own. */
export const exportColumns: readonly ExportColumn[] = [
  { code: 'firmName', kind: 'text', header: { sv: 'Företag', en: 'Firm' }, read: ({ name }) => name },
  {
    code: 'organisationNumber',
    kind: 'text',
    header: { sv: 'Organisationsnummer', en: 'Organisation number' },
    read: ({ organisationNumber }) =>
      organisationNumber === null ? null : formatOrganisationNumber(organisationNumber),
  },
  {
    code: 'isSimulated',
    kind: 'yes-no',
    header: { sv: 'Simulerat företag', en: 'Simulated firm' },
    read: ({ isSimulated }) => isSimulated,
  },
  {
    code: 'provider',
    kind: 'text',
    header: { sv: 'Organisation', en: 'Organisation' },
    read: ({ organisationName }, { language }) => organisationName[language],
  },
  {
    code: 'package',
    kind: 'text',
    header: { sv: 'Stödpaket', en: 'Package' },
    read: ({ packageName }, { language }) => packageName?.[language] ?? null,
    readCode: ({ packageCode }) => packageCode,
  },
  {
    code: 'status',
    kind: 'text',
    header: { sv: 'Läge', en: 'State' },
    read: ({ status }, { language }) => (status === null ? null : statusWords[status][language]),
    readCode: ({ status }) => status,
  },
  { code: 'askedOn', kind: 'date', header: { sv: 'Förfrågan', en: 'Asked on' }, read: ({ chosenAt }) => chosenAt },
  {
    code: 'answerBy',
    kind: 'date',
    header: { sv: 'Svara senast', en: 'Answer by' },
    read: ({ answerDueAt }) => answerDueAt,
  },
  {
    code: 'lookedAfterBy',
    kind: 'text',
    header: { sv: 'Rådgivare', en: 'Looked after by' },
    read: ({ assigneeName }) => assigneeName,
  },
  {
    code: 'county',
    kind: 'text',
    header: { sv: 'Län', en: 'County' },
    read: ({ county }, { names, language }) => wordOf(names.counties, county, language),
    readCode: ({ county }) => county,
  },
  {
    code: 'municipality',
    kind: 'text',
    header: { sv: 'Kommun', en: 'Municipality' },
    read: municipalityOf,
    readCode: ({ municipality }) => municipality,
  },
  {
    code: 'branch',
    kind: 'text',
    header: { sv: 'Bransch', en: 'Branch' },
    read: ({ branch }, { names, language }) => wordOf(names.branches, branch, language),
    readCode: ({ branch }) => branch,
  },
  {
    code: 'size',
    kind: 'text',
    header: { sv: 'Storlek', en: 'Size' },
    read: ({ sizeClass }, { names, language }) => wordOf(names.sizeClasses, sizeClass, language),
    readCode: ({ sizeClass }) => sizeClass,
  },
  {
    code: 'round',
    kind: 'whole',
    header: { sv: 'Omgång', en: 'Round' },
    read: ({ round }) => (round === null ? null : round + 1),
  },
  {
    code: 'submittedOn',
    kind: 'date',
    header: { sv: 'Inlämnat', en: 'Submitted' },
    read: ({ submittedAt }) => submittedAt,
  },
  {
    code: 'digitalLevel',
    kind: 'decimals',
    header: { sv: 'Digital nivå', en: 'Digital level' },
    read: ({ digitalLevel }) => digitalLevel,
  },
  {
    code: 'processLevel',
    kind: 'decimals',
    header: { sv: 'Processnivå', en: 'Process level' },
    read: ({ processLevel }) => processLevel,
  },
];

/** A level as it is shown everywhere, with one decimal. */
export const rounded = (level: number): number => Math.round(level * 10) / 10;
