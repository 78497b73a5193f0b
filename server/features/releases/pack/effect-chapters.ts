import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { type EffectVerdict, verdictOf } from '#shared/domain/effect/effect-release.ts';
import {
  axisOf,
  countRisen,
  type EffectPart,
  type EffectReading,
  risenByChance,
  type ShownEffect,
} from '#shared/domain/effect/read-effects.ts';
import type { Language } from '#shared/domain/language.ts';
import type { EffectChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import type { Report } from '../../../platform/pdf/report.ts';
import { cannotTell, type FileSource, lastDayOf, namesIn, publishedDay, readingOf } from '../files/file-names.ts';
import type { EffectWord, EffectWords } from './effect-words.ts';
import { inWords } from './pack-shell.ts';
import type { PackWords } from './pack-words.ts';

export type EffectTelling = {
  readonly report: Report;
  readonly source: FileSource<PublishedEffect>;
  readonly reading: EffectReading;
  readonly language: Language;
  readonly say: PackWords;
  readonly sayEffect: EffectWords;
};
type Chapter = (telling: EffectTelling) => void;

const namesOf = ({ source, language }: EffectTelling) => namesIn(source.release, language);

function signedIn(language: Language): (value: number) => string {
  return (value) => `${value > 0 ? '+' : ''}${formatNumber(value, language, 1)}`;
}

/** What the packages show, those that have gone with more first, and what there is to talk about. */
export const tellEffectFrontPage: Chapter = (telling) => {
  const { report, source, reading, language, say, sayEffect } = telling;
  const { measure, value } = namesOf(telling);
  const found = countRisen(reading.packages);
  const ofVerdict = (wanted: EffectVerdict, word: EffectWord): string[] =>
    reading.packages.flatMap(({ code, shown }) => {
      const areas = shown.filter((each) => verdictOf(each) === wanted).map((each) => measure(each.measure));
      return areas.length === 0
        ? []
        : [sayEffect(word, { name: value('package', code), areas: listInWords(areas, language) })];
    });
  const told = [...ofVerdict('more', 'moreOfPackage'), ...ofVerdict('less', 'lessOfPackage')];
  const untold = reading.packages.filter(({ shown }) => shown.length === 0).length;
  const chance = formatNumber(risenByChance(found.told, source.release.document.spec.matching), language, 1);
  report.heading(2, say('findings'));
  report.paragraph(found.told === 0 ? sayEffect('nothingTold') : sayEffect('risen', { ...found, chance }), 'strong');
  if (told.length > 0) report.list(told);
  report.heading(2, say('discuss'));
  report.list([
    ...(told.length > 0 ? [sayEffect('askShown')] : []),
    ...(untold > 0 ? [sayEffect('askUntold', { untold, all: reading.packages.length })] : []),
    sayEffect('askElse'),
  ]);
};

const tellCounted: Chapter = ({ report, source, language, say, sayEffect }) => {
  const { release } = source;
  const { before, after, population } = release.document.spec;
  report.heading(2, sayEffect('counted'));
  report.list([
    sayEffect('periods', {
      beforeFrom: inWords(before.from, language),
      beforeTo: inWords(lastDayOf(before), language),
      afterFrom: inWords(after.from, language),
      afterTo: inWords(lastDayOf(after), language),
    }),
    say(population === 'sme' ? 'sme' : 'everySize'),
    ...readingOf(source, language, ['meaningOfPairs', 'meaningOfEffect', 'meaningOfInterval']),
    say('published', {
      number: release.number,
      day: inWords(publishedDay(release), language),
      publisher: release.organisationName[language],
    }),
  ]);
};

/** What no figure here proves: said before any of them. */
export const tellCannot: Chapter = ({ report, source, language, sayEffect }) => {
  report.heading(2, sayEffect('cannotTell'));
  report.list(readingOf(source, language, cannotTell));
};

const verdictWords: readonly (readonly [EffectVerdict, EffectWord])[] = [
  ['more', 'more'],
  ['less', 'less'],
  ['unclear', 'unclear'],
];

/** The areas of one group, said, and in a table with the intervals drawn. */
function tellShown(telling: EffectTelling, shown: readonly ShownEffect[]): void {
  const { report, source, language, say, sayEffect } = telling;
  const { measure } = namesOf(telling);
  const signed = signedIn(language);
  const intervalOf = ({ estimate, low, high }: ShownEffect): string =>
    sayEffect('interval', { estimate: signed(estimate), low: signed(low), high: signed(high) });
  for (const [verdict, word] of verdictWords) {
    const areas = shown.filter((each) => verdictOf(each) === verdict).map((each) => measure(each.measure));
    if (areas.length > 0) report.paragraph(sayEffect(word, { areas: listInWords(areas, language) }));
  }
  report.table({
    columns: [say('area'), sayEffect('difference'), sayEffect('tookPart'), sayEffect('matched')],
    rows: shown.map((each) => [
      measure(each.measure),
      intervalOf(each),
      formatNumber(each.tookPart, language),
      formatNumber(each.matched, language),
    ]),
    intervals: { intervals: shown, ...axisOf(source.release.document), format: signed },
  });
}

type Parts = {
  readonly title: EffectWord;
  readonly parts: readonly EffectPart[];
  readonly nameOf: (code: string) => string;
};

function tellParts(telling: EffectTelling, { title, parts, nameOf }: Parts): void {
  const { report, sayEffect } = telling;
  const told = parts.filter(({ shown }) => shown.length > 0);
  report.heading(2, sayEffect(title));
  report.paragraph(sayEffect(told.length === 0 ? 'nothingOfThem' : 'filled'), 'quiet');
  for (const { code, shown } of told) {
    report.heading(3, nameOf(code));
    tellShown(telling, shown);
  }
}

const tellPackages: Chapter = (telling) => {
  const { value } = namesOf(telling);
  tellParts(telling, {
    title: 'packages',
    parts: telling.reading.packages,
    nameOf: (code) => value('package', code),
  });
};

const tellSteps: Chapter = (telling) => {
  const { value } = namesOf(telling);
  tellParts(telling, {
    title: 'steps',
    parts: telling.reading.steps,
    nameOf: (code) => `${code} ${value('step', code)}`,
  });
};

const tellTogether: Chapter = (telling) => {
  const { report, reading, sayEffect } = telling;
  report.heading(2, sayEffect('together'));
  if (reading.all.length === 0) {
    report.paragraph(sayEffect('nothingOfThem'));
    return;
  }
  report.paragraph([sayEffect('togetherMeans'), ...sameAsOne(telling)].join(' '), 'quiet');
  tellShown(telling, reading.all);
};

const figuresOf = ({ measure, tookPart, matched, estimate, low, high }: ShownEffect): string =>
  [measure, tookPart, matched, estimate, low, high].join();

/** Areas where all packages together have the figures of one of them. */
function sameAsOne(telling: EffectTelling): string[] {
  const { reading, language, sayEffect } = telling;
  const { measure, value } = namesOf(telling);
  const all = new Set(reading.all.map(figuresOf));
  return reading.packages.flatMap(({ code, shown }) => {
    const same = shown.filter((each) => all.has(figuresOf(each))).map((each) => measure(each.measure));
    if (same.length === 0) return [];
    return [sayEffect('sameAsPackage', { name: value('package', code), areas: listInWords(same, language) })];
  });
}

/** How many of a release's differences are shown. */
function saySomeShown({ source, language, sayEffect }: EffectTelling): string {
  const { cells } = source.release.document;
  const shown = cells.filter(({ estimate }) => estimate !== null).length;
  return sayEffect('shownCount', {
    shown: formatNumber(shown, language),
    total: formatNumber(cells.length, language),
  });
}

/** How many packages cannot be told of, and why, without naming them. */
const tellNotToldCount: Chapter = (telling) => {
  const { report, reading, sayEffect } = telling;
  const untold = reading.packages.filter(({ shown }) => shown.length === 0).length;
  report.heading(2, sayEffect('notTold'));
  if (untold === 0) report.paragraph(sayEffect('allTold'));
  else
    report.paragraph(
      `${sayEffect('notToldCount', { count: untold, all: reading.packages.length })} ${sayEffect('whyNotTold')}`,
    );
  report.paragraph(saySomeShown(telling));
};

const tellNotTold: Chapter = (telling) => {
  const { report, reading, language, sayEffect } = telling;
  const { value } = namesOf(telling);
  const untold = reading.packages.filter(({ shown }) => shown.length === 0);
  report.heading(2, sayEffect('notTold'));
  if (untold.length === 0) report.paragraph(sayEffect('allTold'));
  else {
    const packages = listInWords(
      untold.map(({ code }) => value('package', code)),
      language,
    );
    report.paragraph(sayEffect('whyNotTold'));
    report.paragraph(sayEffect(untold.length === 1 ? 'notToldOne' : 'notToldList', { count: untold.length, packages }));
  }
  report.paragraph(saySomeShown(telling), 'strong');
};

const tellMethod: Chapter = ({ report, source, language, say }) => {
  report.heading(2, say('method'));
  report.list(readingOf(source, language, [...(['subjectEffect', 'population', 'meaningOfNumbers'] as const)]));
};

export const effectChapterOf: Readonly<Record<EffectChapter, Chapter>> = {
  counted: tellCounted,
  packages: tellPackages,
  together: tellTogether,
  steps: tellSteps,
  'not-told': tellNotTold,
  'not-told-count': tellNotToldCount,
  method: tellMethod,
};
