import type { EuSizeClass } from '#shared/domain/firm/eu-size-class.ts';
import { euSizeClassOf } from '#shared/domain/firm/eu-size-class.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import type { Material } from './access.ts';
import { type CrosswalkBody, describeCrosswalk } from './describe-crosswalk.ts';

type MeasureBody = CrosswalkBody['measures'][number];
type FigureBody = NonNullable<MeasureBody['total']>;
type QuestionBody = MeasureBody['dimensions'][number]['questions'][number];
type RowBody = QuestionBody['rows'][number];

export type AnswerSheet = {
  readonly name: string;
  readonly about: readonly (readonly string[])[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const words = {
  name: { sv: 'Svarsblad', en: 'Answer sheet' },
  warning: {
    sv: 'Härlett ur svar i Måttstock, inte officiellt. Gå igenom varje rad med företaget innan något lämnas in.',
    en: 'Derived from answers in Måttstock, not official. Go through every row with the firm before anything is handed in.',
  },
  firm: { sv: 'Företag', en: 'Firm' },
  number: { sv: 'Organisationsnummer', en: 'Organisation number' },
  size: { sv: 'Storlek enligt EU', en: 'Size by the EU' },
  submitted: { sv: 'Svaren lämnades in', en: 'Answers submitted' },
  simulated: { sv: 'Simulerat företag', en: 'Simulated firm' },
  notNamed: {
    sv: 'Det som företaget har lagt till ingår inte i dess samtycke och är inte med här.',
    en: 'What the firm has added is not in its consent and is left out here.',
  },
  nothing: { sv: 'inget känt', en: 'nothing known' },
  open: { sv: 'Öppet', en: 'Open' },
  exclusive: { sv: 'nej, eftersom en annan rad utesluter den', en: 'no, since another row excludes it' },
} as const;

const heads: readonly LocalisedText[] = [
  { sv: 'Mått', en: 'Measure' },
  { sv: 'Område', en: 'Area' },
  { sv: 'Fråga', en: 'Question' },
  { sv: 'Frågans ord (våra)', en: 'Words of the question (ours)' },
  { sv: 'Rad', en: 'Row' },
  { sv: 'Svar', en: 'Answer' },
  { sv: 'Varifrån', en: 'From where' },
  { sv: 'Underlag', en: 'Grounds' },
];

const origins: Readonly<Record<RowBody['origin'], LocalisedText>> = {
  added: { sv: 'eget svar', en: 'own answer' },
  derived: { sv: 'härlett', en: 'derived' },
  excluded: words.exclusive,
  unknown: { sv: 'fråga företaget', en: 'ask the firm' },
};

const sizes: Readonly<Record<EuSizeClass, LocalisedText>> = {
  'fewer-than-50': { sv: 'färre än 50 anställda', en: 'fewer than 50 employees' },
  'fewer-than-250': { sv: 'färre än 250 anställda', en: 'fewer than 250 employees' },
  '250-or-more': { sv: '250 anställda eller fler', en: '250 employees or more' },
};

function rangeText({ lowest, highest }: { lowest: number; highest: number }): string {
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

function figureText(figure: FigureBody | null, { bands }: MeasureBody, language: Language): string {
  if (figure === null) return words.nothing[language];
  const nameOf = (code: string) => bands.find((band) => band.code === code)?.name[language] ?? code;
  const ends = [...new Set([figure.bands.lowest, figure.bands.highest])].map(nameOf);
  return `${rangeText(figure.shown)} (${ends.join('–')})`;
}

/** The steps that a row can stand at, in words; open where it is any of them. */
function answerText(row: RowBody, { steps }: QuestionBody, language: Language): string {
  const wordOf = (step: number) => steps[step]?.[language] ?? String(step);
  if (row.lowest === row.highest) return steps.length > 3 ? `${row.lowest} ${wordOf(row.lowest)}` : wordOf(row.lowest);
  if (row.highest - row.lowest === steps.length - 1) return words.open[language];
  return `${row.lowest}–${row.highest}: ${wordOf(row.lowest)} – ${wordOf(row.highest)}`;
}

function sourceText(source: RowBody['sources'][number], language: Language): string {
  if ('certification' in source) return source.certification;
  if ('row' in source) return `${source.row}: ${source.step}`;
  const { value } = source;
  if (value.state === 'level') return `${source.item}: ${value.level}`;
  if (value.state === 'choice') return `${source.item}: ${value.choice}`;
  return `${source.item}: ${language === 'sv' ? 'ej relevant' : 'not applicable'}`;
}

function groundsText(row: RowBody, language: Language): string {
  if (row.origin !== 'derived') return '';
  const from = row.sources.map((source) => sourceText(source, language)).join(', ');
  return row.because === null ? from : `${from}. ${row.because[language]}`;
}

function aboutOf({ submitted, added }: Material, body: CrosswalkBody, language: Language): string[][] {
  const size = euSizeClassOf(submitted.profile);
  const figures = body.measures.flatMap((measure) => [
    [`${measure.name[language]} (${measure.version})`, figureText(measure.total, measure, language)],
    ...(measure.scale === 'points'
      ? []
      : measure.dimensions.map(({ name, figure }) => [name[language], figureText(figure, measure, language)])),
  ]);
  return [
    [words.warning[language]],
    ...(added === null ? [[words.notNamed[language]]] : []),
    [words.firm[language], submitted.firmName ?? ''],
    ...(submitted.isSimulated ? [[words.simulated[language]]] : []),
    [words.number[language], submitted.organisationNumber ?? ''],
    [words.size[language], size === null ? '' : sizes[size][language]],
    [words.submitted[language], swedishDate(submitted.submittedAt)],
    ...figures,
    ...body.measures.map((measure) => [measure.source.text[language], measure.source.url]),
  ];
}

/** Every row of the measures with its answer, in the order of their forms, to be copied by hand. */
export function buildAnswerSheet(context: Context, material: Material, language: Language): AnswerSheet {
  const body = describeCrosswalk(context, material);
  const rows = body.measures.flatMap((measure) =>
    measure.dimensions.flatMap((dimension) =>
      dimension.questions.flatMap((question) =>
        question.rows.map((row) => [
          measure.code.toUpperCase(),
          dimension.name[language],
          String(question.number),
          question.text[language],
          row.text[language],
          answerText(row, question, language),
          origins[row.origin][language],
          groundsText(row, language),
        ]),
      ),
    ),
  );
  return {
    name: words.name[language],
    about: aboutOf(material, body, language),
    head: heads.map((head) => head[language]),
    rows,
  };
}
