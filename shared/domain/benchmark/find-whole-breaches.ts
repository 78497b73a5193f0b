import type { Entry } from '../linear-program/model.ts';
import type { Asking, LinearSolver } from '../linear-program/solver.ts';
import { type Attack, type Side, sidesOf, type Target } from './attack.ts';
import { anything, type Breach, bind, endsOf, faultsIn } from './find-breaches.ts';
import { lookAround } from './look-around.ts';
import { manyTries } from './nearby-tables.ts';
import { reachOf } from './reach.ts';

/**
 * Of the targets, what an attacker can work out who knows that firms are whole. What holds it is found by trying. Whole
 * examples that meet many of the demands at once spare most of the questions.
 */
export function findWholeBreaches(
  attack: Attack,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
): readonly Breach[] {
  const reach = reachOf(targets, attack);
  lookAround(attack, hidden, { reach, tries: manyTries });
  const unlikely = reach.unseen('whole').map(({ target }) => target);
  if (unlikely.length === 0) return [];
  return solver.askWhole(attack.model, (asking) => {
    bind(asking, attack, hidden);
    const left = withoutExamples(asking, unlikely);
    return left.flatMap((target) => {
      const ends = endsOf(asking, target);
      if (faultsIn(target, ends).length === 0) return [];
      const held = reduce(asking, attack, { target, hidden });
      return [{ target, low: ends.low.value, high: ends.high.value, held }];
    });
  });
}

type Wish = { readonly target: Target; readonly side: Side; readonly limit: number };

const wishesOf = (target: Target): Wish[] =>
  sidesOf(target.demand).map((side) => ({
    target,
    side,
    limit: target.demand.kind === 'ends' ? (target.demand[side] ?? 0) : 0,
  }));

const isMetBy = ({ target, side, limit }: Wish, values: Float64Array): boolean => {
  const sum = target.sum.reduce((total, [column, factor]) => total + factor * Math.round(values[column] ?? 0), 0);
  return side === 'low' ? sum <= limit : sum >= limit;
};

/** The targets for which no example was found by looking for one that suits all of them. */
function withoutExamples(asking: Asking, targets: readonly Target[]): Target[] {
  let wishes = targets.filter(({ demand }) => demand.kind === 'ends').flatMap(wishesOf);
  while (wishes.length > 0) {
    const values = asking.example(sumOfWishes(wishes));
    const unmet = wishes.filter((wish) => !isMetBy(wish, values));
    if (unmet.length === wishes.length) break;
    wishes = unmet;
  }
  const unmet = new Set(wishes.map(({ target }) => target));
  return targets.filter((target) => target.demand.kind === 'doubt' || unmet.has(target));
}

function sumOfWishes(wishes: readonly Wish[]): Entry[] {
  const factors = new Map<number, number>();
  for (const { target, side } of wishes)
    for (const [column, factor] of target.sum)
      factors.set(column, (factors.get(column) ?? 0) + (side === 'low' ? factor : -factor));
  return [...factors];
}

/** Leaves out one group after the other as long as the target can still be worked out from the rest. */
function reduce(
  asking: Asking,
  { model, rowGroups }: Attack,
  { target, hidden }: { readonly target: Target; readonly hidden: ReadonlySet<number> },
): number[] {
  const shown = new Set(rowGroups.filter((group) => group !== undefined && !hidden.has(group)));
  const bound = (group: number | undefined, isShown: boolean): void => {
    for (const [row, of] of rowGroups.entries()) {
      if (of !== group) continue;
      const { lower, upper } = model.rows[row] ?? anything;
      asking.boundRow(row, isShown ? lower : anything.lower, isShown ? upper : anything.upper);
    }
  };
  const held: number[] = [];
  for (const group of shown) {
    bound(group, false);
    if (faultsIn(target, endsOf(asking, target)).length > 0) continue;
    bound(group, true);
    if (group !== undefined) held.push(group);
  }
  for (const group of shown) bound(group, true);
  return held;
}
