import type { Entry } from '../linear-program/model.ts';
import type { Asking, Extreme, LinearSolver } from '../linear-program/solver.ts';
import { type Attack, faultsOf, type Side, sidesOf, type Target } from './attack.ts';

/** Something that can be worked out. `held`: groups, all of them shown, that together give it away. */
export type Breach = {
  readonly target: Target;
  readonly low: number;
  readonly high: number;
  readonly held: readonly number[];
};

type Ends = Readonly<Record<Side, Extreme>>;

const unasked = { rowDuals: new Float64Array(0), isWhole: true };

const holds = 1e-7;

/** Rows that hold an end tell which groups would have to be hidden for it to give: any bound by duals stands as long as they are shown. */
function heldBy(rowDuals: Float64Array, { rowGroups }: Attack, hidden: ReadonlySet<number>): number[] {
  return rowGroups.flatMap((group, row) =>
    group !== undefined && !hidden.has(group) && Math.abs(rowDuals[row] ?? 0) > holds ? [group] : [],
  );
}

/** Only of the ends that are asked for; in whole numbers no further than needed. */
function endsOf(asking: Asking, { sum, demand }: Target): Ends {
  const sides = sidesOf(demand);
  const enough: Readonly<Partial<Record<Side, number>>> = demand.kind === 'ends' ? demand : {};
  return {
    low: sides.includes('low') ? asking.least(sum, enough.low) : { ...unasked, value: Number.NEGATIVE_INFINITY },
    high: sides.includes('high') ? asking.most(sum, enough.high) : { ...unasked, value: Number.POSITIVE_INFINITY },
  };
}

function open(asking: Asking, attack: Attack, hidden: ReadonlySet<number>): void {
  for (const [row, group] of attack.rowGroups.entries())
    if (group !== undefined && hidden.has(group))
      asking.boundRow(row, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

const faultsIn = ({ demand }: Target, { low, high }: Ends) => faultsOf(demand, low.value, high.value);

/**
 * What an attacker can work out while the groups are hidden, when parts of firms were possible. Nothing found is not yet
 * safe: `findWholeBreaches` asks again where only parts of firms gave the doubt.
 */
export function findBreaches(
  attack: Attack,
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
): { readonly breaches: readonly Breach[]; readonly uncertain: readonly Target[] } {
  return solver.ask(attack.model, (asking) => {
    open(asking, attack, hidden);
    const breaches: Breach[] = [];
    const uncertain: Target[] = [];
    for (const target of attack.targets) {
      const ends = endsOf(asking, target);
      const faults = faultsIn(target, ends);
      if (faults.length === 0 && !(ends.low.isWhole && ends.high.isWhole)) uncertain.push(target);
      for (const sides of faults) {
        const held = new Set(sides.flatMap((side) => heldBy(ends[side].rowDuals, attack, hidden)));
        breaches.push({ target, low: ends.low.value, high: ends.high.value, held: [...held].sort((a, b) => a - b) });
      }
    }
    return { breaches, uncertain };
  });
}

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
  if (targets.length === 0) return [];
  return solver.askWhole(attack.model, (asking) => {
    open(asking, attack, hidden);
    const left = withoutExamples(asking, targets);
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
      const { lower, upper } = model.rows[row] ?? { lower: 0, upper: 0 };
      asking.boundRow(row, isShown ? lower : Number.NEGATIVE_INFINITY, isShown ? upper : Number.POSITIVE_INFINITY);
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
