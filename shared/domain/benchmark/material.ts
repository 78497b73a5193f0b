import type { Group } from './frame.ts';
import { classOf, type Measure } from './measure.ts';

/** How many firms have each value, in units of the measure. */
export type Tally = ReadonlyMap<number, number>;

/**
 * All that a release is made from, for one measure: a tally for each stratum. `insiders`: for each provider, how many
 * firms of each stratum it has been let in to see.
 */
export type Material = {
  readonly measure: Measure;
  readonly tallies: readonly Tally[];
  readonly insiders: readonly (readonly number[])[];
};

const total = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

/** Firms of each stratum. */
export function countsOf({ tallies }: Material): number[] {
  return tallies.map((tally) => total(tally.values()));
}

/** The sum of the values of each stratum, in units. */
export function sumsOf({ tallies }: Material): number[] {
  return tallies.map((tally) => total(tally.entries().map(([value, firms]) => value * firms)));
}

/** Firms of each class of each stratum. */
export function classCountsOf({ measure, tallies }: Material): number[][] {
  return tallies.map((tally) => {
    const counts = measure.classes.map(() => 0);
    for (const [value, firms] of tally) {
      const at = classOf(measure, value);
      counts[at] = (counts[at] ?? 0) + firms;
    }
    return counts;
  });
}

/** The sum over the strata of a group. */
export function overStrata({ strata }: Pick<Group, 'strata'>, numbers: readonly number[]): number {
  return total(strata.map((stratum) => numbers[stratum] ?? 0));
}

/** The firms of a group by value. */
export function tallyOf({ strata }: Pick<Group, 'strata'>, { tallies }: Material): Map<number, number> {
  const gathered = new Map<number, number>();
  for (const stratum of strata)
    for (const [value, firms] of tallies[stratum] ?? []) gathered.set(value, (gathered.get(value) ?? 0) + firms);
  return gathered;
}

/** The firms of a group by class, from `classCountsOf`. */
export function overClasses(
  group: Pick<Group, 'strata'>,
  byStratum: readonly (readonly number[])[],
  { classes }: Measure,
): number[] {
  return classes.map((_, at) =>
    overStrata(
      group,
      byStratum.map((counts) => counts[at] ?? 0),
    ),
  );
}
