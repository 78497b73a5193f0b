import type { Entry } from '../linear-program/model.ts';
import { type Attack, faultsOf, type Side, sidesOf, type Target } from './attack.ts';

type Span = { low: number; high: number };

/** How far a sum has been seen to go: in any table, and in those of whole firms. */
type Seen = { readonly target: Target; readonly any: Span; readonly whole: Span };

/** A target of which not everything that is asked for has been seen; `sides`: what is left. */
export type Unseen = { readonly target: Target; readonly sides: readonly Side[] };

/**
 * Keeps how far each target goes in the tables that are shown to it. What a table that could be shows is in doubt without
 * another question: the ends of all tables lie no nearer than those of some, and no demand asks for more of a wider range.
 */
export type Reach = {
  readonly note: (values: ArrayLike<number>, isWhole: boolean) => void;
  /** Targets whose demand is not met yet, by tables of any kind or by whole ones alone. */
  readonly unseen: (kind: 'any' | 'whole') => Unseen[];
  readonly isSeen: (target: Target, kind: 'any' | 'whole') => boolean;
};

export const sumOver = (sum: readonly Entry[], values: ArrayLike<number>): number => {
  let total = 0;
  for (const [column, factor] of sum) total += factor * (values[column] ?? 0);
  return total;
};

const nowhere = (): Span => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });

function widen(span: Span, value: number): void {
  span.low = Math.min(span.low, value);
  span.high = Math.max(span.high, value);
}

const leftOf = ({ demand }: Target, { low, high }: Span): Side[] => {
  const faults = new Set(faultsOf(demand, low, high).flat());
  return sidesOf(demand).filter((side) => faults.has(side));
};

/** Begins with what really is, which could be whatever is shown. */
export function reachOf(targets: readonly Target[], { real }: Pick<Attack, 'real'>): Reach {
  const all = targets.map((target): Seen => ({ target, any: nowhere(), whole: nowhere() }));
  const byTarget = new Map(all.map((seen) => [seen.target, seen]));
  let open = all;
  const note: Reach['note'] = (values, isWhole) => {
    for (const { target, any, whole } of open) {
      const value = sumOver(target.sum, values);
      widen(any, value);
      if (isWhole) widen(whole, value);
    }
    open = open.filter(({ target, whole }) => leftOf(target, whole).length > 0);
  };
  note(real, true);
  return {
    note,
    unseen: (kind) =>
      open.flatMap((seen) => {
        const sides = leftOf(seen.target, seen[kind]);
        return sides.length === 0 ? [] : [{ target: seen.target, sides }];
      }),
    isSeen: (target, kind) => {
      const seen = byTarget.get(target);
      return seen !== undefined && leftOf(target, seen[kind]).length === 0;
    },
  };
}
