import { writeModel } from '../linear-program/model.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import type { Attack } from './attack.ts';
import { findBreaches, findWholeBreaches } from './find-breaches.ts';

/** `exact`: no cheaper choice of groups is safe. `greedy`: quicker, as safe, perhaps more hidden than needed. */
export type Cover = 'exact' | 'greedy';

export type Hiding = {
  readonly attacks: readonly Attack[];
  /** Groups, by index, that are not shown whatever else is. */
  readonly start: ReadonlySet<number>;
  /** What hiding each group costs. */
  readonly costs: readonly number[];
  readonly solver: LinearSolver;
  readonly cover: Cover;
  /** Sets of groups of which one at least is to be hidden, known beforehand. */
  readonly pairs?: readonly (readonly number[])[];
  readonly onRound?: (round: number) => void;
};

/**
 * The groups to hide so that none of the attacks works: cell suppression over all tables at once. Each breach gives a
 * set of shown groups of which one must be hidden, since a bound by linear programming stands as long as all of them are
 * shown; the cheapest choice that meets all sets is attacked anew until nothing is found. Every set is necessary, so that
 * an exact choice of least cost is the cheapest there is. (Fischetti and Salazar 2001, with covering cuts; the Handbook
 * on Statistical Disclosure Control, chapter 4.) Throws when something cannot be protected by hiding, which the rules
 * rule out: with everything hidden all is in doubt.
 */
export function hideUntilSafe({ attacks, start, costs, solver, cover, pairs = [], onRound }: Hiding): Set<number> {
  const sets = pairs.filter((pair) => !pair.some((group) => start.has(group)));
  for (let round = 1; ; round += 1) {
    const hidden = new Set([...start, ...choose(sets, costs, solver, cover)]);
    onRound?.(round);
    const found = attacks.flatMap((attack) => heldSets(attack, hidden, solver));
    if (found.length === 0) return hidden;
    if (found.some((held) => held.length === 0)) throw new Error('a group cannot be protected by hiding others');
    sets.push(...found);
  }
}

function heldSets(attack: Attack, hidden: ReadonlySet<number>, solver: LinearSolver): (readonly number[])[] {
  const { breaches, uncertain } = findBreaches(attack, hidden, solver);
  const found = breaches.length > 0 ? breaches : findWholeBreaches(attack, uncertain, hidden, solver);
  return found.map(({ held }) => held);
}

function choose(
  sets: readonly (readonly number[])[],
  costs: readonly number[],
  solver: LinearSolver,
  cover: Cover,
): readonly number[] {
  if (sets.length === 0) return [];
  return cover === 'exact' ? cheapestCover(sets, costs, solver) : greedyCover(sets, costs);
}

function cheapestCover(sets: readonly (readonly number[])[], costs: readonly number[], solver: LinearSolver): number[] {
  const writer = writeModel();
  const groups = [...new Set(sets.flat())].sort((one, other) => one - other);
  const columns = new Map(
    groups.map((group) => [group, writer.column({ gain: costs[group] ?? 1, upper: 1, isInteger: true })]),
  );
  for (const set of sets)
    writer.row(
      1,
      set.length,
      set.map((group) => [columns.get(group) ?? 0, 1]),
    );
  const values = solver.cheapest(writer.finish());
  return groups.filter((group) => (values[columns.get(group) ?? 0] ?? 0) > 0.5);
}

function greedyCover(sets: readonly (readonly number[])[], costs: readonly number[]): number[] {
  const chosen: number[] = [];
  let left = [...sets];
  while (left.length > 0) {
    const meets = new Map<number, number>();
    for (const group of left.flat()) meets.set(group, (meets.get(group) ?? 0) + 1);
    const [best] = [...meets].reduce((one, other) => {
      const gain = other[1] / (costs[other[0]] ?? 1) - one[1] / (costs[one[0]] ?? 1);
      return gain > 0 || (gain === 0 && other[0] < one[0]) ? other : one;
    });
    chosen.push(best);
    left = left.filter((set) => !set.includes(best));
  }
  return chosen;
}
