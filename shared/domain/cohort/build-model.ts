import type { Model, ModelWriter } from '../linear-program/model.ts';
import { writeModel } from '../linear-program/model.ts';
import { addHardRows } from './add-hard-rows.ts';
import { addWishRows } from './add-wish-rows.ts';
import { type ConstraintGroup, groupKey } from './constraint-group.ts';
import type { Draft, Pair } from './draft.ts';
import { isTooFar, needFor, pairPoints } from './pair.ts';
import { overlap } from './periods.ts';
import type { Assignment, PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

export type BuiltModel = {
  readonly model: Model;
  /** With firms and editions in the order of their identifiers. */
  readonly problem: PlanProblem;
  readonly pairs: readonly Pair[];
  /** What one point adds to the program's sum: more than all changes to the plan before can take away. */
  readonly perPoint: number;
};

type Choice = {
  /** Groups that hold; every group when it is left out. */
  readonly active?: readonly ConstraintGroup[];
  /** Of plans that are equally good the one with the fewest places given and taken away since is the best. */
  readonly previous?: readonly Assignment[];
};

const byId = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * The problem as a program for a solver. Firms and editions are taken by their identifiers, so that the order in which
 * they are given changes nothing. Pairs that cannot be are left out, which keeps the program small.
 */
export function buildModel(given: PlanProblem, { active, previous = [] }: Choice = {}): BuiltModel {
  const problem: PlanProblem = {
    ...given,
    firms: given.firms.toSorted((one, other) => byId(one.firmId, other.firmId)),
    editions: given.editions.toSorted((one, other) => byId(one.editionId, other.editionId)),
  };
  const keys = active === undefined ? undefined : new Set(active.map(groupKey));
  const isActive = (group: ConstraintGroup): boolean => keys?.has(groupKey(group)) ?? true;
  const writer = writeModel();
  const possible = possiblePairs(problem, isActive);
  const perPoint = pointFactor(problem, possible.length, previous);
  const pairs = writePairs(problem, writer, { possible, previous, perPoint });
  const runs = new Map(
    problem.editions.map(({ editionId }) => [editionId, writer.column({ gain: 0, upper: 1, isInteger: true })]),
  );
  const byFirm = Map.groupBy(pairs, ({ firm }) => firm.firmId);
  const byEdition = Map.groupBy(pairs, ({ edition }) => edition.editionId);
  const placed = placedByEdition(problem);
  const draft: Draft = {
    problem,
    writer,
    isActive,
    pairs,
    pairsOf: (firmId) => byFirm.get(firmId) ?? [],
    pairsIn: (editionId) => byEdition.get(editionId) ?? [],
    runs,
    perPoint,
    placedIn: (editionId) => placed.get(editionId) ?? [],
  };
  addHardRows(draft);
  addWishRows(draft);
  return { model: writer.finish(), problem, pairs, perPoint };
}

function placedByEdition({ firms }: PlanProblem): ReadonlyMap<string, readonly PlanFirm[]> {
  const placed = new Map<string, PlanFirm[]>();
  for (const firm of firms)
    for (const editionId of firm.placedIn) placed.set(editionId, [...(placed.get(editionId) ?? []), firm]);
  return placed;
}

type PossiblePair = Pick<Pair, 'firm' | 'edition'>;

function possiblePairs(problem: PlanProblem, isActive: Draft['isActive']): PossiblePair[] {
  const periods = new Map(problem.editions.map(({ editionId, period }) => [editionId, period]));
  return problem.firms.flatMap((firm) => {
    const asks = {
      need: isActive({ kind: 'need', firmId: firm.firmId }),
      distance: isActive({ kind: 'distance', firmId: firm.firmId }),
      dates: isActive({ kind: 'dates', firmId: firm.firmId }),
    };
    const taken = [...firm.busy, ...firm.placedIn.flatMap((editionId) => periods.get(editionId) ?? [])];
    return problem.editions
      .filter(
        (edition) =>
          !firm.placedIn.includes(edition.editionId) &&
          !(asks.need && needFor(firm, edition) === undefined) &&
          !(asks.distance && isTooFar(firm, edition, problem.rules.mostKm)) &&
          !(asks.dates && taken.some((period) => overlap(period, edition.period))),
      )
      .map((edition) => ({ firm, edition }));
  });
}

const mostPlaces = ({ editions }: PlanProblem): number => editions.reduce((sum, { places }) => sum + places, 0);

/** All places may be kept from the plan before, or all be new: plans are at most twice their number of changes apart. */
function pointFactor(problem: PlanProblem, possible: number, previous: readonly Assignment[]): number {
  return previous.length === 0 ? 1 : 2 * Math.min(possible, mostPlaces(problem)) + 1;
}

/**
 * Together below one half, so that they choose between plans that are equally good and equally near, as far as the
 * solver looks, and never between better and worse.
 */
const tiesInAll = 0.45;

type PairChoice = Required<Pick<Choice, 'previous'>> &
  Pick<BuiltModel, 'perPoint'> & { readonly possible: readonly PossiblePair[] };

function writePairs(problem: PlanProblem, writer: ModelWriter, { possible, previous, perPoint }: PairChoice): Pair[] {
  const kept = new Set(previous.map(({ firmId, editionId }) => `${firmId} ${editionId}`));
  const nearnessOf = (firm: PlanFirm, edition: PlanEdition): number => {
    if (kept.size === 0) return 0;
    return kept.has(`${firm.firmId} ${edition.editionId}`) ? 1 : -1;
  };
  const tie = tiesInAll / (mostPlaces(problem) + 1);
  return possible.map(({ firm, edition }, index) => {
    const { fit, waiting } = pairPoints(firm, edition, problem.weights);
    const order = tie * (1 - index / possible.length);
    const gain = perPoint * (fit + waiting) + nearnessOf(firm, edition) + order;
    return { firm, edition, column: writer.column({ gain, upper: 1, isInteger: true }) };
  });
}
