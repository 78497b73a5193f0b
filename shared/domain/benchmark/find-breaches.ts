import type { Entry } from '../linear-program/model.ts';
import type { Asking, Extreme, LinearSolver } from '../linear-program/solver.ts';
import { type Attack, faultsOf, type Side, sidesOf, type Target } from './attack.ts';
import { lookAround } from './look-around.ts';
import { fewTries } from './nearby-tables.ts';
import { type Reach, reachOf, type Unseen } from './reach.ts';

/** Something that can be worked out. `held`: groups, all of them shown, that together give it away. */
export type Breach = {
  readonly target: Target;
  readonly low: number;
  readonly high: number;
  readonly held: readonly number[];
};

export type Ends = Readonly<Record<Side, Extreme>>;

const unasked = { rowDuals: new Float64Array(0), values: new Float64Array(0), isWhole: true };

const holds = 1e-7;

/** Rows that hold an end tell which groups would have to be hidden for it to give: any bound by duals stands as long as they are shown. */
function heldBy(rowDuals: Float64Array, { rowGroups }: Attack, hidden: ReadonlySet<number>): number[] {
  return rowGroups.flatMap((group, row) =>
    group !== undefined && !hidden.has(group) && Math.abs(rowDuals[row] ?? 0) > holds ? [group] : [],
  );
}

/** Only of the ends that are asked for; in whole numbers no further than needed. */
export function endsOf(asking: Asking, { sum, demand }: Target): Ends {
  const sides = sidesOf(demand);
  const enough: Readonly<Partial<Record<Side, number>>> = demand.kind === 'ends' ? demand : {};
  return {
    low: sides.includes('low') ? asking.least(sum, enough.low) : { ...unasked, value: Number.NEGATIVE_INFINITY },
    high: sides.includes('high') ? asking.most(sum, enough.high) : { ...unasked, value: Number.POSITIVE_INFINITY },
  };
}

/** Lets go of the sums of hidden groups and holds those of all others. */
export function bind(asking: Asking, { model, rowGroups }: Attack, hidden: ReadonlySet<number>): void {
  for (const [row, group] of rowGroups.entries()) {
    if (group === undefined) continue;
    const { lower, upper } = model.rows[row] ?? anything;
    const [from, to] = hidden.has(group) ? [anything.lower, anything.upper] : [lower, upper];
    asking.boundRow(row, from, to);
  }
}

export const anything = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

export const faultsIn = ({ demand }: Target, { low, high }: Ends) => faultsOf(demand, low.value, high.value);

/** Lets one table after the other go as far as it can for many targets at once, as long as that shows something new. */
function askTogether(asking: Asking, reach: Reach): void {
  let fruitless = 0;
  for (let turn = 0; fruitless < turns.length; turn += 1) {
    const unseen = reach.unseen('any');
    if (unseen.length < 2) return;
    const { side, isMixed } = turns[turn % turns.length] ?? turns[0];
    const { values, isWhole } = asking[side === 'low' ? 'least' : 'most'](sumOfSides(unseen, side, isMixed));
    reach.note(values, isWhole);
    fruitless = reach.unseen('any').length < unseen.length ? 0 : fruitless + 1;
  }
}

/** All one way, and every other one the other way. */
const turns = [
  { side: 'low', isMixed: false },
  { side: 'high', isMixed: false },
  { side: 'low', isMixed: true },
  { side: 'high', isMixed: true },
] as const;

function sumOfSides(unseen: readonly Unseen[], side: Side, isMixed: boolean): Entry[] {
  const sums = unseen.flatMap(({ target, sides }, at) => {
    if (isMixed) return [{ target, sign: at % 2 === 0 ? 1 : -1 }];
    return sides.includes(side) ? [{ target, sign: 1 }] : [];
  });
  return addUp(sums);
}

function addUp(sums: readonly { readonly target: Target; readonly sign: number }[]): Entry[] {
  const factors = new Map<number, number>();
  for (const { target, sign } of sums)
    for (const [column, factor] of target.sum) factors.set(column, (factors.get(column) ?? 0) + sign * factor);
  return [...factors];
}

export type Found = { readonly breaches: readonly Breach[]; readonly uncertain: readonly Target[] };

/**
 * What an attacker can work out while the groups are hidden, when parts of firms were possible. Nothing found is not yet
 * safe: `findWholeBreaches` asks again where only parts of firms gave the doubt.
 */
export function findBreaches(attack: Attack, hidden: ReadonlySet<number>, solver: LinearSolver): Found {
  return findBy(attack, hidden, (use) => solver.ask(attack.model, use));
}

/** As `findBreaches`, of each attack for one choice of groups after the other: the programs stay loaded between them. */
export function findAgainAndAgain<Answer>(
  attacks: readonly Attack[],
  solver: LinearSolver,
  use: (finders: readonly ((hidden: ReadonlySet<number>) => Found)[]) => Answer,
): Answer {
  const load = (finders: readonly ((hidden: ReadonlySet<number>) => Found)[]): Answer => {
    const attack = attacks[finders.length];
    if (attack === undefined) return use(finders);
    return solver.ask(attack.model, (asking) =>
      load([...finders, (hidden) => findBy(attack, hidden, (work) => work(asking))]),
    );
  };
  return load([]);
}

/** Programs with so many columns take longer to load and to solve once than to look around for all of their targets. */
const wide = 500;

type Ask = (use: (asking: Asking) => readonly Breach[]) => readonly Breach[];

function findBy(attack: Attack, hidden: ReadonlySet<number>, ask: Ask): Found {
  const reach = reachOf(attack.targets, attack);
  if (attack.model.columns.length > wide) lookAround(attack, hidden, { reach, tries: fewTries });
  if (reach.unseen('any').length === 0) return { breaches: [], uncertain: [] };
  const breaches = ask((asking) => {
    bind(asking, attack, hidden);
    askTogether(asking, reach);
    return reach.unseen('any').flatMap(({ target }) => {
      if (reach.isSeen(target, 'any')) return [];
      const ends = endsOf(asking, target);
      for (const side of sidesOf(target.demand)) reach.note(ends[side].values, ends[side].isWhole);
      return faultsIn(target, ends).map((sides): Breach => {
        const held = new Set(sides.flatMap((side) => heldBy(ends[side].rowDuals, attack, hidden)));
        return { target, low: ends.low.value, high: ends.high.value, held: [...held].sort((a, b) => a - b) };
      });
    });
  });
  const told = new Set(breaches.map(({ target }) => target));
  const uncertain = reach.unseen('whole').flatMap(({ target }) => (told.has(target) ? [] : [target]));
  return { breaches, uncertain };
}
