import { counties } from '../firm/firm-profile.ts';
import type { Entry } from '../linear-program/model.ts';
import { countyGoals } from './county-goals.ts';
import type { Draft, Pair } from './draft.ts';
import { entriesOf } from './draft.ts';
import type { PlanEdition, PlanFirm } from './problem.ts';

/** A wish that is not met, or a place short of a county's goal, costs as much as one firm that fits wholly. */
export const pointsPerMiss = 100;

const any = Number.POSITIVE_INFINITY;

/** Rows for what is wished: each may be missed, at a price. */
export function addWishRows(draft: Draft): void {
  addCountyGoals(draft);
  for (const edition of draft.problem.editions) addMixWishes(draft, edition);
}

/** At least as many as asked of the entries and what is settled, or a shortfall that costs. */
function addShortfall(
  { writer, perPoint }: Draft,
  asked: number,
  entries: readonly Entry[],
  weight: number,
  runs?: Entry,
): void {
  if (weight === 0 || asked <= 0) return;
  const shortfall = writer.column({ gain: -weight * pointsPerMiss * perPoint, upper: any, isInteger: false });
  if (runs === undefined) writer.row(asked, any, [...entries, [shortfall, 1]]);
  else writer.row(0, any, [...entries, [shortfall, 1], [runs[0], -asked]]);
}

function addCountyGoals(draft: Draft): void {
  const { problem } = draft;
  const goals = countyGoals(problem);
  for (const county of counties) {
    const pairs = draft.pairs.filter(({ firm }) => firm.county === county);
    const placed = problem.firms
      .filter((firm) => firm.county === county)
      .reduce((sum, { placedIn }) => sum + placedIn.length, 0);
    addShortfall(draft, (goals.get(county) ?? 0) - placed, entriesOf(pairs), problem.weights.county);
  }
}

function addMixWishes(draft: Draft, { editionId }: PlanEdition): void {
  const { wishes, weights } = draft.problem;
  const runs: Entry = [draft.runs.get(editionId) ?? 0, 1];
  const pairs = draft.pairsIn(editionId);
  const placed = draft.placedIn(editionId);
  const addKinds = (asked: number, weight: number, kindOf: (firm: PlanFirm) => string): void => {
    if (weight === 0 || asked === 0) return;
    const there = new Set(placed.map(kindOf));
    const shown = showKinds(draft, pairs, kindOf, there);
    addShortfall(draft, asked - there.size, shown, weight, runs);
  };
  addKinds(wishes.sizes, weights.sizes, ({ sizeClass }) => sizeClass);
  addKinds(wishes.counties, weights.counties, ({ county }) => county);
  const isLarge = (firm: PlanFirm): boolean => firm.sizeClass === '250-plus';
  const large = pairs.filter(({ firm }) => isLarge(firm));
  addShortfall(draft, Number(wishes.large && !placed.some(isLarge)), entriesOf(large), weights.large, runs);
}

/** A variable per kind that is not there yet, which is at most 1 and at most the number of firms of the kind. */
function showKinds(
  { writer }: Draft,
  pairs: readonly Pair[],
  kindOf: (firm: PlanFirm) => string,
  there: ReadonlySet<string>,
): Entry[] {
  const kinds = [...Map.groupBy(pairs, ({ firm }) => kindOf(firm))].filter(([kind]) => !there.has(kind));
  return kinds.map(([, ofKind]) => {
    const isThere = writer.column({ gain: 0, upper: 1, isInteger: false });
    writer.row(0, any, [...entriesOf(ofKind), [isThere, -1]]);
    return [isThere, 1];
  });
}
