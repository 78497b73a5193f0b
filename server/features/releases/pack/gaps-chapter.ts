import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { measuresFrom, readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { mostCommon, type RankedShare, rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { hiddenMark } from '../files/file-names.ts';
import type { AreaOffer } from './beside.ts';
import { besideWordsIn } from './beside-words.ts';
import { allFirms, type PackView } from './pack-view.ts';
import type { Chapter, Finder, Telling } from './telling.ts';

/** Of each branch so many areas are named, and so many groups that stand out. */
const mostNamed = 3;
/** Up to so many per cent a need without a package is called rare. Our proposal. */
const rare = 10;

type Silent = Omit<Telling, 'report'>;
type ShownShare = RankedShare & Readonly<Record<'share' | 'firms' | 'affected', number>>;

function isShown(ranked: RankedShare): ranked is ShownShare {
  return ranked.share !== null && ranked.firms !== null && ranked.affected !== null;
}

function gapsIn({ view, beside, language }: Silent) {
  const { document } = view.release;
  const offers = new Map(beside.areas.map((area) => [area.dimension, area]));
  const measures = measuresFrom(document.spec.measures, 'gap');
  const offerOf = (measure: string): AreaOffer | undefined => offers.get(readMeasureCode(measure).of);
  // As its area is called: the chapter says what is counted of it.
  const nameOf = (measure: string): string => offerOf(measure)?.name[language] ?? view.names.measure(measure);
  return {
    measures,
    nameOf,
    offerOf,
    shownIn: (group: string): ShownShare[] => rankShares(document, measures, group).filter(isShown),
  };
}
type Gaps = ReturnType<typeof gapsIn>;

const hasNoPackage = (offer: AreaOffer | undefined): boolean =>
  offer?.levels.every(({ packages }) => packages === 0) ?? false;

/** In which groups a need is more often without a package than in all firms, by more than chance; the farthest first. */
function tellOutstanding({ view, language }: Silent, gaps: Gaps): string[] {
  const say = besideWordsIn(language);
  const { found } = view.divided.outstanding(gaps.measures);
  return found
    .filter(({ difference }) => difference > 0)
    .slice(0, mostNamed)
    .map(({ measure, group, all }) =>
      say('gapOfGroup', {
        ...{ area: gaps.nameOf(measure), group: view.group(group.place), firms: view.count(group.firms) },
        ...{ percent: view.count(group.mean), all: view.count(all.mean) },
      }),
    );
}

/** Where packages are enough, where they are not, and what there is to ask of it. */
export const findGaps: Finder = (telling) => {
  const { view, language } = telling;
  const say = besideWordsIn(language);
  const gaps = gapsIn(telling);
  const shown = gaps.shownIn(allFirms);
  const few = shown.filter(({ share }) => share <= rare);
  const often = mostCommon(shown);
  const [first] = often;
  const named = (some: readonly ShownShare[]): string =>
    listInWords(
      some.map(({ measure }) => gaps.nameOf(measure)),
      language,
    );
  const without = often.filter(({ measure }) => hasNoPackage(gaps.offerOf(measure)));
  const others = often.filter((each) => gaps.offerOf(each.measure) !== undefined && !without.includes(each));
  return {
    strengths: few.length === 0 ? [] : [say('gapsFew', { few: few.length, shown: shown.length, percent: rare })],
    news: [
      ...(first === undefined ? [] : [say('gapsMost', { areas: named(often), percent: view.count(first.share) })]),
      ...tellOutstanding(telling, gaps),
    ],
    questions: [
      ...(without.length === 0 ? [] : [say('askNoPackage', { areas: named(without) })]),
      ...(others.length === 0 ? [] : [say('askPackages', { areas: named(others) })]),
    ],
  };
};

/** How many packages there are at each level, and what that number is; nothing where no areas are known. */
function offersIn({ beside, language }: Silent, gaps: Gaps) {
  const say = besideWordsIn(language);
  const [first, ...others] = (beside.areas[0]?.levels ?? []).map(({ name }) => name[language]);
  const levels = others.reduce((told, second) => say('thenLevel', { first: told, second }), first ?? '');
  return {
    heads: first === undefined ? [] : [say('packagesToday')],
    meaning: first === undefined ? [] : [say('packagesMean', { levels })],
    cells: (measure: string): string[] => {
      if (first === undefined) return [];
      const offer = gaps.offerOf(measure);
      if (hasNoPackage(offer)) return [say('noPackage')];
      return [(offer?.levels ?? []).map(({ packages }) => packages).join(' / ')];
    },
  };
}

function tellAllFirms({ report, ...telling }: Telling, gaps: Gaps): void {
  const { view, language, say: sayOf } = telling;
  const say = besideWordsIn(language);
  const shown = gaps.shownIn(allFirms);
  const offers = offersIn(telling, gaps);
  if (shown.length > 0) {
    report.paragraph(`${say('gapChart')}.`);
    report.table({
      columns: [sayOf('area'), say('gapShare'), say('answered'), ...offers.heads],
      rows: shown.map(({ measure, share, firms }) => [
        gaps.nameOf(measure),
        `${view.count(share)} %`,
        view.count(firms),
        ...offers.cells(measure),
      ]),
      bars: { values: shown.map(({ share }) => share), most: 100, low: '0 %', high: '100 %' },
    });
  }
  const hidden = gaps.measures.length - shown.length;
  const untold =
    hidden === 0 ? [] : [sayOf('hiddenAreas', { hidden, total: gaps.measures.length, meaning: sayOf('seeHidden') })];
  const notes = [...untold, ...(shown.length > 0 ? offers.meaning : [])];
  if (notes.length > 0) report.paragraph(notes.join(' '), 'quiet');
}

/** A share, with about how many firms it is of about how many. */
const numbersOf = ({ share, firms, affected }: ShownShare, { count }: PackView) => ({
  ...{ percent: count(share), affected: count(affected), firms: count(firms) },
});

function tellCounties({ report, view, language, say: sayOf }: Telling, gaps: Gaps): void {
  const say = besideWordsIn(language);
  if (!view.isDividedBy('county')) return;
  const counties = view.valuesOf('county');
  const inCounty = new Map(
    counties.map((county) => {
      const byMeasure = gaps.shownIn(groupKey({ county })).map((each): [string, ShownShare] => [each.measure, each]);
      return [county, new Map(byMeasure)];
    }),
  );
  const ranked = [...gaps.shownIn(allFirms).map(({ measure }) => measure), ...gaps.measures];
  const measures = [...new Set(ranked)].filter((measure) =>
    counties.some((county) => inCounty.get(county)?.has(measure) === true),
  );
  if (measures.length === 0) return;
  report.heading(3, say('gapsByCounty'));
  report.table({
    columns: [sayOf('area'), ...counties.map((county) => view.names.value('county', county))],
    rows: measures.map((measure) => [
      gaps.nameOf(measure),
      ...counties.map((county) => {
        const told = inCounty.get(county)?.get(measure);
        return told === undefined ? hiddenMark : say('gapOfCounty', numbersOf(told, view));
      }),
    ]),
  });
  report.paragraph(`${say('gapOfCountyMeans')}.`, 'quiet');
}

function tellBranches({ report, view, language }: Telling, gaps: Gaps): void {
  const say = besideWordsIn(language);
  if (!view.isDividedBy('branch')) return;
  const lines = view.valuesOf('branch').flatMap((branch) => {
    const shown = gaps.shownIn(groupKey({ branch }));
    if (shown.length === 0) return [];
    const named = shown
      .filter(({ share }) => share > 0)
      .slice(0, mostNamed)
      .map((ranked) => say('gapOfBranch', { area: gaps.nameOf(ranked.measure), ...numbersOf(ranked, view) }));
    const areas = named.length === 0 ? say('nothingAboveZero') : listInWords(named, language);
    return [say('gapsOfBranch', { group: view.names.value('branch', branch), areas })];
  });
  if (lines.length === 0) return;
  report.heading(3, say('gapsByBranch'));
  report.list(lines.length < view.valuesOf('branch').length ? [...lines, say('branchesHidden')] : lines);
}

/** Where needs are that no package fitted, beside how many packages there are. */
export const tellGaps: Chapter = (telling) => {
  const { report, beside, language } = telling;
  const say = besideWordsIn(language);
  const gaps = gapsIn(telling);
  const { view } = telling;
  const groups = ['county', 'branch'].flatMap((attribute) =>
    view.isDividedBy(attribute) ? view.valuesOf(attribute).map((value) => groupKey({ [attribute]: value })) : [],
  );
  if ([allFirms, ...groups].every((group) => gaps.shownIn(group).length === 0)) return;
  report.heading(2, say('gaps'));
  tellAllFirms(telling, gaps);
  tellCounties(telling, gaps);
  tellBranches(telling, gaps);
  report.paragraph(say('gapsLimit', { version: beside.catalogueVersion }), 'quiet');
};
