import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { Language } from '#shared/domain/language.ts';
import type { OpenData } from '#shared/domain/open-data/open-data.ts';
import { namesOfMeasure } from './file-table.ts';
import { say } from './words.ts';

/** A release and where people find it. */
export type FileSource = {
  readonly release: PublishedLevels;
  /** Where the site is reached, without a slash at its end. */
  readonly origin: string;
  readonly licence: OpenData['licence'];
};

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last day that is counted. */
export const lastDayOf = ({ until }: Pick<PublishedLevels, 'until'>): string => dayOf(Date.parse(until) - dayMs);

export const periodOf = (release: Pick<PublishedLevels, 'from' | 'until'>): string =>
  `${release.from} – ${lastDayOf(release)}`;

export const publishedDay = ({ publishedAt }: Pick<PublishedLevels, 'publishedAt'>): string =>
  dayOf(Date.parse(publishedAt));

export const pageOf = ({ release, origin }: Pick<FileSource, 'release' | 'origin'>): string =>
  `${origin}/releases/${release.number}`;

/** What the parts of a release are called in one language. */
export function namesIn({ document, number, name, organisationName, ...dates }: PublishedLevels, language: Language) {
  const { attributes } = document.spec.names;
  const attribute = (code: string): string => attributes[code]?.name[language] ?? code;
  return {
    title: say('title', language, { name: name[language], number }),
    measure: (code: string): string => namesOfMeasure(document, code).name[language],
    attribute,
    value: (code: string, value: string): string => attributes[code]?.values[value]?.[language] ?? value,
    breakdown: (codes: readonly string[]): string => {
      const [first, second] = codes.map(attribute);
      if (first === undefined) return say('allFirms', language);
      return second === undefined ? first : say('and', language, { first, second: second.toLocaleLowerCase(language) });
    },
    source: say('source', language, {
      number,
      day: publishedDay(dates),
      publisher: organisationName[language],
    }),
  };
}

const readingWords = [
  'subject',
  'simulated',
  'population',
  'meaningOfN',
  'meaningOfValues',
  'meaningOfHidden',
  'meaningOfClasses',
  'rules',
  'licence',
  'hash',
  'page',
] as const;
type ReadingWord = (typeof readingWords)[number];

/** How a release is to be read: the same lines in every file of it. */
export function readingOf(
  source: FileSource,
  language: Language,
  wanted: readonly ReadingWord[] = readingWords,
): string[] {
  const { release, licence } = source;
  const { rules, population, isSimulated } = release.document.spec;
  const filling = {
    period: periodOf(release),
    roundTo: rules.roundTo,
    fewestFirms: rules.fewestFirms,
    rules: rules.version,
    licence: `${licence.name[language]}, ${licence.uri}`,
    sha256: release.sha256,
    page: pageOf(source),
  };
  return wanted
    .filter((word) => word !== 'simulated' || isSimulated)
    .map((word) => (word === 'population' ? (population === 'sme' ? 'populationSme' : 'populationAll') : word))
    .map((word) => say(word, language, filling));
}

/** What is hidden, and what there is none of: nobody is told which. */
export const hiddenMark = '..';
