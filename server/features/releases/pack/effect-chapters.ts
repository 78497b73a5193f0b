import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { type EffectVerdict, verdictOf } from '#shared/domain/effect/effect-release.ts';
import { axisOf, type EffectPart, type EffectReading, type ShownEffect } from '#shared/domain/effect/read-effects.ts';
import type { Language } from '#shared/domain/language.ts';
import type { EffectChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { heightOfIntervals } from '../../../platform/pdf/interval-chart.ts';
import type { Report } from '../../../platform/pdf/report.ts';
import { cannotTell, type FileSource, lastDayOf, namesIn, publishedDay, readingOf } from '../files/file-names.ts';
import { listIn, numberIn } from '../files/words.ts';
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
  return (value) => `${value > 0 ? '+' : ''}${numberIn(value, 1, language)}`;
}

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

const tellCannot: Chapter = ({ report, source, language, sayEffect }) => {
  report.heading(2, sayEffect('cannotTell'));
  report.list(readingOf(source, language, cannotTell));
};

const verdictWords: readonly (readonly [EffectVerdict, EffectWord])[] = [
  ['more', 'more'],
  ['less', 'less'],
  ['unclear', 'unclear'],
];

/** A chart stands on one page with what is said of it, above it. */
const roomOfWords = 110;
const mostRoom = 560;
const roomFor = (shown: readonly ShownEffect[] = []): number =>
  Math.min(mostRoom, roomOfWords + heightOfIntervals(shown.length));

/** The areas of one group, said, drawn and in a table. */
function tellShown(telling: EffectTelling, name: string, shown: readonly ShownEffect[]): void {
  const { report, source, language, say, sayEffect } = telling;
  const { measure } = namesOf(telling);
  const signed = signedIn(language);
  const intervalOf = ({ estimate, low, high }: ShownEffect): string =>
    sayEffect('interval', { estimate: signed(estimate), low: signed(low), high: signed(high) });
  for (const [verdict, word] of verdictWords) {
    const areas = shown.filter((each) => verdictOf(each) === verdict).map((each) => measure(each.measure));
    if (areas.length > 0) report.paragraph(sayEffect(word, { areas: listIn(areas, language) }));
  }
  const intervals = shown.map((each) => ({ ...each, name: measure(each.measure), shown: signed(each.estimate) }));
  report.intervalChart({
    alternative: sayEffect('chart', {
      name,
      areas: shown.map((each) => `${measure(each.measure)}: ${intervalOf(each)}`).join('; '),
    }),
    ...axisOf(source.release.document),
    format: signed,
    intervals,
  });
  report.table({
    columns: [say('area'), sayEffect('difference'), sayEffect('tookPart'), sayEffect('matched')],
    rows: shown.map((each) => [
      measure(each.measure),
      intervalOf(each),
      numberIn(each.tookPart, 0, language),
      numberIn(each.matched, 0, language),
    ]),
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
  report.heading(2, sayEffect(title), roomFor(told[0]?.shown) + roomOfWords / 2);
  report.paragraph(sayEffect(told.length === 0 ? 'nothingOfThem' : 'filled'), 'quiet');
  for (const { code, shown } of told) {
    report.heading(3, nameOf(code), roomFor(shown));
    tellShown(telling, nameOf(code), shown);
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
  report.heading(2, sayEffect('together'), roomFor(reading.all));
  if (reading.all.length === 0) {
    report.paragraph(sayEffect('nothingOfThem'));
    return;
  }
  report.paragraph(sayEffect('togetherMeans'), 'quiet');
  tellShown(telling, sayEffect('together'), reading.all);
};

const tellNotTold: Chapter = (telling) => {
  const { report, source, reading, language, sayEffect } = telling;
  const { value } = namesOf(telling);
  const { cells } = source.release.document;
  const untold = reading.packages.filter(({ shown }) => shown.length === 0);
  const count = (many: number): string => numberIn(many, 0, language);
  report.heading(2, sayEffect('notTold'));
  if (untold.length === 0) report.paragraph(sayEffect('allTold'));
  else {
    const packages = listIn(
      untold.map(({ code }) => value('package', code)),
      language,
    );
    report.paragraph(sayEffect('whyNotTold'));
    report.paragraph(sayEffect(untold.length === 1 ? 'notToldOne' : 'notToldList', { count: untold.length, packages }));
  }
  const shown = cells.filter(({ estimate }) => estimate !== null).length;
  report.paragraph(sayEffect('shownCount', { shown: count(shown), total: count(cells.length) }), 'strong');
};

const tellMethod: Chapter = ({ report, source, language, say }) => {
  report.heading(2, say('method'));
  report.list(
    readingOf(source, language, [
      ...(['subjectEffect', 'population', 'meaningOfNumbers'] as const),
      ...(['matching', 'rules', 'licence', 'hash', 'page'] as const),
    ]),
  );
};

export const effectChapterOf: Readonly<Record<EffectChapter, Chapter>> = {
  counted: tellCounted,
  'cannot-tell': tellCannot,
  packages: tellPackages,
  together: tellTogether,
  steps: tellSteps,
  'not-told': tellNotTold,
  method: tellMethod,
};
