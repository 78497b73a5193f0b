import { writeModel } from '../linear-program/model.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import type { Attack } from './attack.ts';
import { essentialChoice } from './essential-choice.ts';
import { type Breach, type Found, findAgainAndAgain } from './find-breaches.ts';
import { findWholeBreaches } from './find-whole-breaches.ts';

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
  return findAgainAndAgain(attacks, solver, (finders) => {
    for (let round = 1; ; round += 1) {
      const hidden = new Set([...start, ...choose(sets, costs, solver, cover)]);
      onRound?.(round);
      const found = finders.flatMap((find, at) => {
        const { breaches, uncertain } = find(hidden);
        const attack = attacks[at];
        const all =
          breaches.length > 0 || attack === undefined ? breaches : findWholeBreaches(attack, uncertain, hidden, solver);
        return heldBy(all);
      });
      if (found.length === 0) return hidden;
      sets.push(...found);
      if (cover === 'exact') sets.push(...setsBeyond(finders, hidden, { found, costs }));
    }
  });
}

type Finders = readonly ((hidden: ReadonlySet<number>) => Found)[];
type Sets = readonly (readonly number[])[];

function heldBy(breaches: readonly Breach[]): Sets {
  const sets = breaches.map(({ held }) => held);
  if (sets.some((held) => held.length === 0)) throw new Error('a group cannot be protected by hiding others');
  return sets;
}

/**
 * Sets that turn up when more and more is hidden until nothing is found. They are as necessary as those that were found
 * first, and spare choosing anew for each of them.
 */
function setsBeyond(
  finders: Finders,
  hidden: ReadonlySet<number>,
  { found, costs }: Pick<Hiding, 'costs'> & { readonly found: Sets },
): Sets {
  const beyond: (readonly number[])[] = [];
  const more = new Set(hidden);
  for (let last = found; last.length > 0; beyond.push(...last)) {
    for (const group of greedyCover(last, costs)) more.add(group);
    last = finders.flatMap((find) => heldBy(find(more).breaches));
  }
  return beyond;
}

function choose(sets: Sets, costs: readonly number[], solver: LinearSolver, cover: Cover): readonly number[] {
  if (sets.length === 0) return [];
  return cover === 'exact' ? cheapestCover(essentialChoice(sets, costs), costs, solver) : greedyCover(sets, costs);
}

function cheapestCover(sets: Sets, costs: readonly number[], solver: LinearSolver): number[] {
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

function greedyCover(sets: Sets, costs: readonly number[]): number[] {
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
