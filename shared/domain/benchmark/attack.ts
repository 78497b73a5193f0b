import type { Entry, Model } from '../linear-program/model.ts';

export const attackKinds = ['firms', 'values', 'classes'] as const;
/** What is attacked: how many firms a group has, what they have on the scale, or in which class they are. */
export type AttackKind = (typeof attackKinds)[number];

export type Side = 'low' | 'high';

/** Something that must stay in doubt. Exactly one of `group` and `stratum`, by index, says what it is about. */
export type Target = {
  readonly about: { readonly group: number } | { readonly stratum: number };
  readonly sum: readonly Entry[];
  readonly demand: Demand;
};

/**
 * `ends`: the sum could be as low and as high as that, where one is given. `doubt`: what lies between both ends says
 * little enough; it never asks for more of a wider range.
 */
export type Demand =
  | { readonly kind: 'ends'; readonly low?: number; readonly high?: number }
  | { readonly kind: 'doubt'; readonly isEnough: (low: number, high: number) => boolean };

/**
 * What somebody could work out who knows everything that is shown, to the last digit, and that firms are whole and values
 * on the scale. `rowGroups`: the group that a row tells of, by index; undefined for what is known whatever is hidden.
 * `real`: what the columns really are, which is whole and solves the program.
 */
export type Attack = {
  readonly kind: AttackKind;
  readonly model: Model;
  readonly rowGroups: readonly (number | undefined)[];
  readonly real: readonly number[];
  readonly targets: readonly Target[];
};

/** Sums are whole; what differs by less is the solver's rounding. */
const tolerance = 1e-5;

export const isAtLeast = (value: number, limit: number): boolean => value >= limit - tolerance;

/** Ends that the demand asks for. */
export function sidesOf(demand: Demand): Side[] {
  if (demand.kind === 'doubt') return ['low', 'high'];
  return (['low', 'high'] as const).filter((side) => demand[side] !== undefined);
}

/** What is wrong with knowing the two ends: of each inner list at least one has to give. */
export function faultsOf(demand: Demand, low: number, high: number): (readonly Side[])[] {
  if (demand.kind === 'doubt') return demand.isEnough(low, high) ? [] : [['low', 'high']];
  const faults: Side[][] = [];
  if (demand.low !== undefined && !isAtLeast(demand.low, low)) faults.push(['low']);
  if (demand.high !== undefined && !isAtLeast(high, demand.high)) faults.push(['high']);
  return faults;
}
