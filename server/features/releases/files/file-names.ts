import type { PublishedRelease } from '#shared/contracts/releases.ts';
import { kindOf, type ReleaseKind } from '#shared/domain/effect/any-release.ts';
import type { EffectPeriod } from '#shared/domain/effect/effect-release.ts';
import type { Language } from '#shared/domain/language.ts';
import type { OpenData } from '#shared/domain/open-data/open-data.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { swedishDate } from '../../../platform/mail/swedish-time.ts';
import { namesOfMeasure } from './file-table.ts';
import { say } from './words.ts';

/** A release and where people find it. */
export type FileSource<Release extends PublishedRelease = PublishedRelease> = {
  readonly release: Release;
  /** Where the site is reached, without a slash at its end. */
  readonly origin: string;
  readonly licence: OpenData['licence'];
};

const dayMs = 86_400_000;

/** The last day that is counted. */
export const lastDayOf = ({ until }: Pick<EffectPeriod, 'until'>): string =>
  new Date(Date.parse(until) - dayMs).toISOString().slice(0, 10);

export const periodOf = (period: EffectPeriod): string => `${period.from} – ${lastDayOf(period)}`;

export const publishedDay = ({ publishedAt }: Pick<PublishedRelease, 'publishedAt'>): string =>
  swedishDate(new Date(publishedAt));

export const pageOf = ({ release, origin }: Pick<FileSource, 'release' | 'origin'>): string =>
  `${origin}/releases/${release.number}`;

/** What the parts of a release are called in one language. */
export function namesIn({ document, number, name, organisationName, ...dates }: PublishedRelease, language: Language) {
  const { attributes } = document.spec.names;
  const attribute = (code: string): string => attributes[code]?.name[language] ?? code;
  /** All whom a table without a breakdown is about. */
  const whole = say(kindOf(document.spec) === 'effect' ? 'allPackages' : 'allFirms', language);
  return {
    title: say('title', language, { name: name[language], number }),
    measure: (code: string): string => namesOfMeasure(document, code).name[language],
    attribute,
    value: (code: string, value: string): string => attributes[code]?.values[value]?.[language] ?? value,
    whole,
    breakdown: (codes: readonly string[]): string => {
      const [first, second] = codes.map(attribute);
      if (first === undefined) return whole;
      return second === undefined ? first : say('and', language, { first, second: second.toLocaleLowerCase(language) });
    },
    source: say('source', language, {
      number,
      day: publishedDay(dates),
      publisher: organisationName[language],
    }),
  };
}

const lastWords = ['licence', 'hash', 'page'] as const;
const levelWords = [
  ...(['subject', 'simulated', 'population'] as const),
  ...(['meaningOfN', 'meaningOfValues', 'meaningOfHidden', 'meaningOfClasses', 'rules'] as const),
  ...lastWords,
] as const;

/** What the figures of effects cannot tell: beside them wherever they are. */
export const cannotTell = [
  'cannotCause',
  'cannotReturn',
  'cannotOthers',
  'cannotSupport',
  'cannotPractice',
  'cannotChance',
] as const;
const effectWords = [
  ...(['subjectEffect', 'simulated', 'population'] as const),
  ...(['meaningOfEffect', 'meaningOfPairs', 'meaningOfInterval', 'meaningOfNumbers'] as const),
  ...cannotTell,
  ...(['meaningOfHiddenEffect', 'meaningOfNotAsked', 'matching', 'rules'] as const),
  ...lastWords,
] as const;
type ReadingWord = (typeof levelWords)[number] | (typeof effectWords)[number];

const readingWords: Readonly<Record<ReleaseKind, readonly ReadingWord[]>> = {
  levels: levelWords,
  effect: effectWords,
};

/** Whom it counts. */
export const subjectOf: Readonly<Record<ReleaseKind, ReadingWord>> = { levels: 'subject', effect: 'subjectEffect' };

type Spec = PublishedRelease['document']['spec'];

/** What only one kind of release has to say. */
function ownFilling(spec: Spec, language: Language): Readonly<Record<string, string>> {
  if (!('kind' in spec)) return { period: periodOf(spec) };
  const { before, after, matching } = spec;
  return {
    before: periodOf(before),
    after: periodOf(after),
    caliper: formatNumber(matching.caliper / 100, language, 1),
    percent: formatNumber(matching.confidencePercent, language),
    matching: matching.version,
  };
}

/** How a release is to be read: the same lines in every file of it. */
export function readingOf(source: FileSource, language: Language, wanted?: readonly ReadingWord[]): string[] {
  const { release, licence } = source;
  const { spec } = release.document;
  const { rules, population, isSimulated } = spec;
  const filling = {
    ...ownFilling(spec, language),
    roundTo: rules.roundTo,
    fewestFirms: rules.fewestFirms,
    rules: rules.version,
    licence: `${licence.name[language]}, ${licence.uri}`,
    sha256: release.sha256,
    page: pageOf(source),
  };
  return (wanted ?? readingWords[kindOf(spec)])
    .filter((word) => word !== 'simulated' || isSimulated)
    .map((word) => (word === 'population' ? (population === 'sme' ? 'populationSme' : 'populationAll') : word))
    .map((word) => say(word, language, filling));
}

/** What is hidden, and what there is none of: nobody is told which. */
export const hiddenMark = '..';
/** What is asked of no firm, so that there is nothing to hide. */
const notAskedMark = '.';
export const markOf = (value: null | undefined): string => (value === null ? hiddenMark : notAskedMark);

/** What each mark means, of those that a release has. */
export function marksOf(source: FileSource, language: Language): Readonly<Record<string, string>> {
  const meaning = (word: ReadingWord): string => readingOf(source, language, [word]).join('');
  return kindOf(source.release.document.spec) === 'effect'
    ? { [hiddenMark]: meaning('meaningOfHiddenEffect'), [notAskedMark]: meaning('meaningOfNotAsked') }
    : { [hiddenMark]: meaning('meaningOfHidden') };
}
