import { addHardRows } from './add-hard-rows.ts';
import { addWishRows } from './add-wish-rows.ts';
import { type ConstraintGroup, groupKey } from './constraint-group.ts';
import type { Draft, Pair } from './draft.ts';
import type { Model, ModelWriter } from './model.ts';
import { writeModel } from './model.ts';
import { isTooFar, needFor, pairPoints } from './pair.ts';
import { overlap } from './periods.ts';
import type { Assignment, PlanFirm, PlanProblem } from './problem.ts';

export type BuiltModel = {
  readonly model: Model;
  /** With firms and editions in the order of their identifiers. */
  readonly problem: PlanProblem;
  readonly pairs: readonly Pair[];
};

type Choice = {
  /** Groups that hold; every group when it is left out. */
  readonly active?: readonly ConstraintGroup[];
  /** Of plans that are equally good the one nearest to this is taken. */
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
  const pairs = writePairs(problem, writer, { isActive, previous });
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
    placedIn: (editionId) => placed.get(editionId) ?? [],
  };
  addHardRows(draft);
  addWishRows(draft);
  return { model: writer.finish(), problem, pairs };
}

function placedByEdition({ firms }: PlanProblem): ReadonlyMap<string, readonly PlanFirm[]> {
  const placed = new Map<string, PlanFirm[]>();
  for (const firm of firms)
    for (const editionId of firm.placedIn) placed.set(editionId, [...(placed.get(editionId) ?? []), firm]);
  return placed;
}

type PairChoice = {
  readonly isActive: Draft['isActive'];
  readonly previous: readonly Assignment[];
};

/** Together below one half, so that they choose between equally good plans and never between better and worse. */
const tiesInAll = 0.45;

function writePairs(problem: PlanProblem, writer: ModelWriter, { isActive, previous }: PairChoice): Pair[] {
  const periods = new Map(problem.editions.map(({ editionId, period }) => [editionId, period]));
  const possible = problem.firms.flatMap((firm) => {
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
  const kept = new Set(previous.map(({ firmId, editionId }) => `${firmId} ${editionId}`));
  const most = problem.editions.reduce((sum, { places }) => sum + places, 1);
  return possible.map(({ firm, edition }, index) => {
    const { fit, waiting } = pairPoints(firm, edition, problem.weights);
    const nearness = kept.has(`${firm.firmId} ${edition.editionId}`) ? 1 : 0.5 * (1 - index / possible.length);
    const gain = fit + waiting + (tiesInAll * nearness) / most;
    return { firm, edition, column: writer.column({ gain, upper: 1, isInteger: true }) };
  });
}
