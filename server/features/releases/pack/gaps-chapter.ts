import { findTop } from '#shared/domain/benchmark/finding.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { measuresFrom, readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { type RankedShare, rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { hiddenMark } from '../files/file-names.ts';
import { listIn } from '../files/words.ts';
import type { AreaOffer } from './beside.ts';
import { besideWordsIn } from './beside-words.ts';
import { allFirms, type PackView } from './pack-view.ts';
import type { Chapter, Telling } from './telling.ts';

/** So many of the largest are drawn; the table has them all. */
const mostDrawn = 8;
/** Of each branch so many areas are named. */
const mostOfBranch = 3;

function gapsIn({ view, beside, language }: Telling) {
  const { document } = view.release;
  const offers = new Map(beside.areas.map((area) => [area.dimension, area]));
  const measures = measuresFrom(document.spec.measures, 'gap');
  const offerOf = (measure: string): AreaOffer | undefined => offers.get(readMeasureCode(measure).of);
  // As its area is called: the chapter says what is counted of it.
  const nameOf = (measure: string): string => offerOf(measure)?.name[language] ?? view.names.measure(measure);
  return { measures, nameOf, offerOf, of: (group: string) => rankShares(document, measures, group) };
}
type Gaps = ReturnType<typeof gapsIn>;

function tellAllFirms({ report, view, beside, language, say: sayOf }: Telling, gaps: Gaps): void {
  const say = besideWordsIn(language);
  const ranked = gaps.of(allFirms);
  const shownAs = (value: number | null, unit = ''): string =>
    value === null ? hiddenMark : `${view.count(value)}${unit}`;
  const bars = ranked.flatMap(({ measure, share }) =>
    share === null ? [] : [{ name: gaps.nameOf(measure), value: share, shown: shownAs(share, ' %') }],
  );
  const top = findTop(
    ranked.flatMap(({ measure, share, firms }) =>
      share === null || firms === null ? [] : [{ name: gaps.nameOf(measure), mean: share, firms }],
    ),
    'share',
  );
  if (top !== null)
    report.paragraph(say('gapsMost', { areas: view.list(top), percent: view.count(top[0]?.mean ?? 0) }), 'strong');
  const drawn = bars.slice(0, mostDrawn);
  if (drawn.length > 0)
    report.barChart({
      alternative: `${say('gapChart')}. ${drawn.map(({ name, shown }) => `${name}: ${shown}`).join('; ')}.`,
      bars: drawn,
      scale: { most: 100, low: '0 %', high: '100 %' },
    });
  const levels = beside.areas[0]?.levels ?? [];
  report.table({
    caption: say('gapChart'),
    columns: [
      sayOf('area'),
      say('gapShare'),
      say('answered'),
      say('packagesToday', { levels: levels.map(({ name }) => name[language]).join(' / ') }),
    ],
    rows: ranked.map(({ measure, share, firms }) => [
      gaps.nameOf(measure),
      shownAs(share, ' %'),
      shownAs(firms),
      (gaps.offerOf(measure)?.levels ?? [])
        .map(({ packages }) => (packages === 0 ? say('noPackage') : String(packages)))
        .join(' / '),
    ]),
  });
}

/** A share, with about how many firms it is of about how many; null where it is not shown. */
function toldNumbers({ share, firms, affected }: RankedShare, { count }: PackView) {
  if (share === null || firms === null || affected === null) return null;
  return { percent: count(share), affected: count(affected), firms: count(firms) };
}

function tellCounties({ report, view, language, say: sayOf }: Telling, gaps: Gaps): void {
  const say = besideWordsIn(language);
  if (!view.isDividedBy('county')) return;
  const counties = view.valuesOf('county');
  const inCounty = new Map(
    counties.map((county) => {
      const byMeasure = gaps.of(groupKey({ county })).map((each): [string, RankedShare] => [each.measure, each]);
      return [county, new Map(byMeasure)];
    }),
  );
  report.heading(3, say('gapsByCounty'));
  report.table({
    caption: say('gapOfCountyMeans'),
    columns: [sayOf('area'), ...counties.map((county) => view.names.value('county', county))],
    rows: gaps.of(allFirms).map(({ measure }) => [
      gaps.nameOf(measure),
      ...counties.map((county) => {
        const ranked = inCounty.get(county)?.get(measure);
        const told = ranked === undefined ? null : toldNumbers(ranked, view);
        return told === null ? hiddenMark : say('gapOfCounty', told);
      }),
    ]),
  });
}

function tellBranches({ report, view, language }: Telling, gaps: Gaps): void {
  const say = besideWordsIn(language);
  if (!view.isDividedBy('branch')) return;
  report.heading(3, say('gapsByBranch'));
  report.list(
    view.valuesOf('branch').map((branch) => {
      const shown = gaps.of(groupKey({ branch })).flatMap((ranked) => {
        const told = toldNumbers(ranked, view);
        return told === null || ranked.share === 0
          ? []
          : [say('gapOfBranch', { area: gaps.nameOf(ranked.measure), ...told })];
      });
      const areas = shown.length === 0 ? hiddenMark : listIn(shown.slice(0, mostOfBranch), language);
      return say('gapsOfBranch', { group: view.names.value('branch', branch), areas });
    }),
  );
}

/** Where needs are that no package fitted, beside how many packages there are. */
export const tellGaps: Chapter = (telling) => {
  const { report, beside, language } = telling;
  const say = besideWordsIn(language);
  const gaps = gapsIn(telling);
  report.heading(2, say('gaps'));
  if (gaps.measures.length === 0) {
    report.paragraph(say('noGaps'));
    return;
  }
  tellAllFirms(telling, gaps);
  tellCounties(telling, gaps);
  tellBranches(telling, gaps);
  report.paragraph(say('gapsLimit', { version: beside.catalogueVersion }), 'quiet');
};
