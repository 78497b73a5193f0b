import type { Named } from '#shared/domain/benchmark/finding.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { leastTold } from '#shared/domain/benchmark/scale.ts';
import type { PackChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { hiddenMark, lastDayOf, publishedDay, readingOf } from '../files/file-names.ts';
import { namesOfMeasure } from '../files/file-table.ts';
import { listIn } from '../files/words.ts';
import { tellCoverage } from './coverage-chapter.ts';
import { tellFollowUp } from './follow-up-chapter.ts';
import { tellGaps } from './gaps-chapter.ts';
import { inWords } from './pack-shell.ts';
import { allFirms, differencesBetweenCounties, type PackView } from './pack-view.ts';
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
  report.paragraph(say('whoAnswered'));
};

/** Measures with a mean: one line each, with a bar. */
function tellMeans({ report, view, say, language }: Telling, measures: readonly string[], title: string): void {
  const rows = measures.map((code) => {
    const cell = view.meanOf(code, allFirms);
    const { kind, classes } = namesOfMeasure(view.release.document, code);
    const isLevel = kind === 'level';
    const [lowest, highest] = [classes?.[0]?.[language] ?? '', classes?.at(-1)?.[language] ?? ''];
    const scale = isLevel
      ? { most: 4, low: `0 ${lowest}`, high: `4 ${highest}` }
      : { most: 100, low: '0 %', high: '100 %' };
    const shown = cell === undefined ? hiddenMark : isLevel ? view.level(cell.mean) : `${view.count(cell.mean)} %`;
    return { name: view.names.measure(code), value: cell?.mean ?? null, shown, firms: cell?.firms, scale };
  });
  // A chart for each scale: a level is not to be compared with a share.
  for (const bars of Map.groupBy(rows, ({ scale }) => scale.most).values()) {
    const [first] = bars;
    if (first === undefined || bars.every(({ value }) => value === null)) continue;
    const { low, high } = first.scale;
    report.barChart({
      alternative: `${title}, ${low} – ${high}. ${bars.map(({ name, shown }) => `${name}: ${shown}`).join('; ')}.`,
      bars,
      scale: first.scale,
    });
  }
  report.table({
    columns: [say('area'), say('mean'), say('about')],
    rows: rows.map(({ name, shown, firms }) => [name, shown, firms === undefined ? hiddenMark : view.count(firms)]),
  });
}

/** Measures without a mean: a line for each answer. */
function tellShares({ report, view, say, language }: Telling, measures: readonly string[]): void {
  const rows = measures.flatMap((code) => {
    const names = namesOfMeasure(view.release.document, code);
    const cell = view.cell(code, allFirms);
    const firms = cell === undefined ? hiddenMark : view.count(cell.firms);
    const [parts, shares] =
      cell !== undefined && cell.classes === null && cell.coarse !== null
        ? [names.coarse ?? [], cell.coarse]
        : [names.classes ?? [], cell?.classes ?? []];
    if (parts.length === 0) return [[names.name[language], '', firms]];
    return parts.map((part, at) => {
      const share = shares[at];
      return [
        `${names.name[language]}: ${part[language]}`,
        share === undefined ? hiddenMark : `${view.count(share)} %`,
        firms,
      ];
    });
  });
  report.table({ columns: [say('area'), say('share'), say('about')], rows });
}

const tellMainFigures: Chapter = (telling) => {
  const { report, view, say, language } = telling;
  const { spec, release } = view;
  report.heading(2, say('mainFigures'));
  const byHeading = Map.groupBy(spec.measures, (code) => namesOfMeasure(release.document, code).heading);
  for (const [heading, measures] of byHeading) {
    const title = spec.names.headings[heading]?.[language] ?? say('area');
    report.heading(3, title);
    const hasMean = (code: string) => ['level', 'percent'].includes(namesOfMeasure(release.document, code).kind);
    const means = measures.filter(hasMean);
    const shares = measures.filter((code) => !hasMean(code));
    if (means.length > 0) tellMeans(telling, means, title);
    if (shares.length > 0) tellShares(telling, shares);
  }
};

const tellDifferences: Chapter = ({ report, view, say, pack, language }) => {
  const { names, level, count } = view;
  const least = level(leastTold.level);
  const differences = differencesBetweenCounties(view).slice(0, pack.mostDifferences);
  report.heading(2, say('differences'));
  const lines = differences.map(({ measure, highest, lowest, isWhole, tenths }) =>
    say(isWhole ? 'difference' : 'differenceOfShown', {
      measure: names.measure(measure),
      counties: listIn(
        [...highest, ...lowest].map(({ name, mean, firms }) =>
          say('meanOfCounty', { county: names.value('county', name), mean: level(mean), firms: count(firms) }),
        ),
        language,
      ),
      difference: level(tenths / 10),
    }),
  );
  if (lines.length === 0) report.paragraph(say('noDifferences'));
  else report.list(lines);
  report.paragraph(say('differencesLimit', { least }), 'quiet');
};

const tellByCounty: Chapter = ({ report, view, say }) => {
  const { names, levels, meanOf, valuesOf, isDividedBy, level } = view;
  report.heading(2, say('byCounty'));
  if (!isDividedBy('county') || levels.length === 0) {
    report.paragraph(say('notDivided'));
    return;
  }
  const counties = valuesOf('county');
  report.table({
    caption: say('byCountyMeans'),
    columns: [say('area'), ...counties.map((county) => names.value('county', county))],
    rows: levels.map((code) => [
      names.measure(code),
      ...counties.map((county) => {
        const cell = meanOf(code, groupKey({ county }));
        return cell === undefined ? hiddenMark : `${level(cell.mean)} (${view.count(cell.firms)})`;
      }),
    ]),
  });
};

/** Of each group what it is furthest on with and has furthest to go in, of what is shown. */
function tellGroups(attribute: string, title: 'byBranch' | 'bySize'): Chapter {
  return ({ report, view, say, language }) => {
    const { names, levels, shownIn, endsIn, valuesOf, isDividedBy, level, count } = view;
    report.heading(2, say(title));
    if (!isDividedBy(attribute) || levels.length === 0) {
      report.paragraph(say('notDivided'));
      return;
    }
    report.list(
      valuesOf(attribute).map((value) => {
        const group = names.value(attribute, value);
        const key = groupKey({ [attribute]: value });
        const shown = shownIn(key);
        const [first, second] = shown;
        if (first === undefined) return say('groupHidden', { group });
        const mean = level(first.mean);
        if (second === undefined)
          return say('groupOne', { group, measure: first.name, mean, firms: count(first.firms) });
        const ends = endsIn(key);
        const means = shown.map((each) => each.mean);
        const range = { group, lowest: level(Math.min(...means)), highest: level(Math.max(...means)) };
        if (ends?.kind !== 'apart') return say(ends === null ? 'groupRange' : 'groupAlike', range);
        const end = (areas: readonly Named[]) =>
          listIn(
            areas.map(({ name, mean: own, firms }) =>
              say('meanOfArea', { area: name, mean: level(own), firms: count(firms) }),
            ),
            language,
          );
        return say('groupEnds', { group, highest: end(ends.highest), lowest: end(ends.lowest) });
      }),
    );
  };
}

const tellHidden: Chapter = ({ report, view, say, source, language }) => {
  const { cells } = view.release.document;
  const shown = cells.filter(({ firms }) => firms !== null).length;
  report.heading(2, say('hidden'));
  report.paragraph(say('hiddenCount', { shown: view.count(shown), total: view.count(cells.length) }), 'strong');
  for (const line of readingOf(source, language, ['meaningOfHidden', 'meaningOfClasses'])) report.paragraph(line);
};

const tellMethod: Chapter = ({ report, say, source, language }) => {
  report.heading(2, say('method'));
  report.list(
    readingOf(source, language, [
      ...(['subject', 'population', 'meaningOfN', 'meaningOfValues'] as const),
      ...(['rules', 'licence', 'hash', 'page'] as const),
    ]),
  );
};

export const chapters: Readonly<Record<PackChapter, Chapter>> = {
  counted: tellCounted,
  'main-figures': tellMainFigures,
  differences: tellDifferences,
  'by-county': tellByCounty,
  'by-branch': tellGroups('branch', 'byBranch'),
  'by-size': tellGroups('size', 'bySize'),
  coverage: tellCoverage,
  gaps: tellGaps,
  'follow-up': tellFollowUp,
  hidden: tellHidden,
  method: tellMethod,
};
