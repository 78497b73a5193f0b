import type { Named } from '#shared/domain/benchmark/finding.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import type { MeasureNames } from '#shared/domain/benchmark/names.ts';
import { leastTold } from '#shared/domain/benchmark/scale.ts';
import { isLarge } from '#shared/domain/coverage/coverage.ts';
import type { PackChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { hiddenMark, lastDayOf, publishedDay, readingOf } from '../files/file-names.ts';
import { namesOfMeasure } from '../files/file-table.ts';
import { tellCoverage } from './coverage-chapter.ts';
import { tellFollowUp } from './follow-up-chapter.ts';
import { tellGaps } from './gaps-chapter.ts';
import { differenceIn } from './level-findings.ts';
import { inWords } from './pack-shell.ts';
import { allFirms, type PackView } from './pack-view.ts';
import type { Chapter, Telling } from './telling.ts';

/** How many have answered what most have answered. */
const mostFirms = ({ spec, cell }: PackView): number | null => {
  const counts = spec.measures.flatMap((code) => cell(code, allFirms)?.firms ?? []);
  return counts.length === 0 ? null : Math.max(...counts);
};

const tellCounted: Chapter = ({ report, view, say, language }) => {
  const { release, spec } = view;
  const firms = mostFirms(view);
  report.heading(2, say('counted'));
  report.list([
    say('firms', { firms: firms === null ? hiddenMark : view.count(firms) }),
    say('period', { from: inWords(release.from, language), to: inWords(lastDayOf(release), language) }),
    say(spec.population === 'sme' ? 'sme' : 'everySize'),
    say('published', {
      number: release.number,
      day: inWords(publishedDay(release), language),
      publisher: release.organisationName[language],
    }),
  ]);
  report.paragraph(say('whoAnswered'), 'quiet');
};

const isShown = (row: Row): row is Row & { value: number } => row.value !== null;
type Row = { readonly name: string; readonly value: number | null; readonly shown: string; readonly firms: string };

/** A measure with its answers: one line for its mean, or for yes; for a choice one for each answer. */
function rowsOf({ view, say, language }: Telling, code: string): Row[] {
  const names = namesOfMeasure(view.release.document, code);
  const name = names.name[language];
  const cell = view.cell(code, allFirms);
  const nothing = { name, value: null, shown: hiddenMark, firms: hiddenMark };
  if (cell === undefined) return [nothing];
  const firms = view.count(cell.firms);
  if (hasMean(names)) {
    if (cell.mean === null) return [nothing];
    const shown = names.kind === 'level' ? view.level(cell.mean) : `${view.count(cell.mean)} %`;
    return [{ name, value: cell.mean, shown, firms }];
  }
  const [parts, shares] =
    cell.classes === null && cell.coarse !== null
      ? [names.coarse ?? [], cell.coarse]
      : [names.classes ?? [], cell.classes ?? []];
  const rows = parts.flatMap((part, at): Row[] => {
    const share = shares[at];
    if (share === undefined) return [];
    const shown = `${view.count(share)} %`;
    return [{ name: say('answersOf', { measure: name, answer: part[language] }), value: share, shown, firms }];
  });
  if (rows.length === 0) return [nothing];
  // What is not yes is no.
  return names.kind === 'yes-no' ? rows.slice(1).map((row) => ({ ...row, name })) : rows;
}

const hasMean = ({ kind }: Pick<MeasureNames, 'kind'>): boolean => kind === 'level' || kind === 'percent';

/** A level is not to be laid beside a share: measures of one scale make one table. */
function tellScale(telling: Telling, measures: readonly string[]): void {
  const { report, view, say, language } = telling;
  const [first] = measures;
  if (first === undefined) return;
  const names = namesOfMeasure(view.release.document, first);
  const rows = measures.flatMap((code) => rowsOf(telling, code));
  const shown = rows.filter(isShown);
  const isLevel = names.kind === 'level';
  const [low, high] = [names.classes?.[0]?.[language] ?? '', names.classes?.at(-1)?.[language] ?? ''];
  const head = names.kind === 'yes-no' ? say('answersOf', { measure: say('share'), answer: high }) : say('share');
  if (shown.length > 0)
    report.table({
      columns: [say('area'), hasMean(names) ? say('mean') : head, say('about')],
      rows: shown.map(({ name, shown: value, firms }) => [name, value, firms]),
      bars: {
        values: shown.map(({ value }) => value),
        ...(isLevel ? { most: 4, low: `0 ${low}`, high: `4 ${high}` } : { most: 100, low: '0 %', high: '100 %' }),
      },
    });
  const hidden = rows.length - shown.length;
  if (hidden > 0)
    report.paragraph(say('hiddenAreas', { hidden, total: measures.length, meaning: say('seeHidden') }), 'quiet');
}

/** Told elsewhere: how many have answered among what is counted, needs without a package in their chapter. */
const isToldElsewhere = (code: string): boolean => ['firms', 'gap'].includes(readMeasureCode(code).source);

const tellMainFigures: Chapter = (telling) => {
  const { report, view, say, language } = telling;
  const { spec, release } = view;
  const namesOf = (code: string) => namesOfMeasure(release.document, code);
  const told = spec.measures.filter((code) => !isToldElsewhere(code) && namesOf(code).kind !== 'count');
  if (!told.some((code) => rowsOf(telling, code).some(isShown))) return;
  report.heading(2, say('mainFigures'));
  for (const [heading, measures] of Map.groupBy(told, (code) => namesOf(code).heading)) {
    report.heading(3, spec.names.headings[heading]?.[language] ?? say('area'));
    for (const own of Map.groupBy(measures, (code) => namesOf(code).kind).values()) tellScale(telling, own);
  }
};

const tellDifferences: Chapter = (telling) => {
  const { report, view, say, pack, language } = telling;
  const differences = view.divided.differences('level').slice(0, pack.mostDifferences);
  if (differences.length === 0) return;
  report.heading(2, say('differences'));
  report.list(
    differences.map((difference) =>
      say(difference.isWhole ? 'difference' : 'differenceOfShown', {
        by: lowerFirst(view.names.attribute(difference.attribute), language),
        ...differenceIn(telling, difference),
      }),
    ),
  );
};

/** Every area by the groups of a division, of what is shown; first which ends of a group can be told apart. */
function tellGroups(attribute: string, title: 'byCounty' | 'byBranch' | 'bySize'): Chapter {
  return ({ report, view, say, language }) => {
    const { names, levels, meanOf, endsIn, valuesOf, isDividedBy, level, count } = view;
    const keyOf = (value: string): string => groupKey({ [attribute]: value });
    const groups = isDividedBy(attribute) ? valuesOf(attribute) : [];
    const shown = groups.filter((value) => levels.some((code) => meanOf(code, keyOf(value)) !== undefined));
    const areas = levels.filter((code) => shown.some((value) => meanOf(code, keyOf(value)) !== undefined));
    if (shown.length === 0) return;
    const nameOf = (value: string): string => names.value(attribute, value);
    // No large firm is counted where only small and medium-sized ones are.
    const isCounted = (value: string): boolean => view.spec.population === 'all' || !isLarge(value);
    const hidden = groups.filter((value) => !shown.includes(value) && isCounted(value)).map(nameOf);
    report.heading(2, say(title));
    const end = (some: readonly Named[]) =>
      listInWords(
        some.map(({ name, mean, firms }) => say('meanOfArea', { area: name, mean: level(mean), firms: count(firms) })),
        language,
      );
    const lines = shown.flatMap((value) => {
      const ends = endsIn(keyOf(value));
      if (ends?.kind !== 'apart') return [];
      return [say('groupEnds', { group: nameOf(value), highest: end(ends.highest), lowest: end(ends.lowest) })];
    });
    if (lines.length > 0) report.list(lines);
    report.table({
      caption: say('inBrackets'),
      columns: [say('area'), ...shown.map(nameOf)],
      rows: areas.map((code) => [
        names.measure(code),
        ...shown.map((value) => {
          const cell = meanOf(code, keyOf(value));
          return cell === undefined ? hiddenMark : `${level(cell.mean)} (${count(cell.firms)})`;
        }),
      ]),
    });
    if (hidden.length > 0) report.paragraph(say('groupsHidden', { groups: listInWords(hidden, language) }), 'quiet');
  };
}

const tellHidden: Chapter = ({ report, view, say, source, language }) => {
  const { cells } = view.release.document;
  const shown = cells.filter(({ firms }) => firms !== null).length;
  report.heading(2, say('hidden'));
  report.paragraph(say('hiddenCount', { shown: view.count(shown), total: view.count(cells.length) }), 'strong');
  for (const line of readingOf(source, language, ['meaningOfHidden'])) report.paragraph(line);
};

const tellMethod: Chapter = ({ report, view, say, source, language }) => {
  report.heading(2, say('method'));
  report.list([
    ...readingOf(source, language, ['subject', 'meaningOfN', 'meaningOfValues']),
    say('differencesLimit', { least: view.level(leastTold.level) }),
  ]);
};

export const chapters: Readonly<Record<PackChapter, Chapter>> = {
  counted: tellCounted,
  'main-figures': tellMainFigures,
  differences: tellDifferences,
  'by-county': tellGroups('county', 'byCounty'),
  'by-branch': tellGroups('branch', 'byBranch'),
  'by-size': tellGroups('size', 'bySize'),
  coverage: tellCoverage,
  gaps: tellGaps,
  'follow-up': tellFollowUp,
  hidden: tellHidden,
  method: tellMethod,
};
