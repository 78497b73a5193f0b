import type { Group } from '#shared/domain/benchmark/frame.ts';

export type Known = { readonly strata: readonly number[]; readonly sum: number };

/**
 * Every list of whole numbers from 0 to `upper`, one for each stratum, whose sums are the known ones: what an attacker
 * with enough patience can list. Written from the meaning, without any linear programming.
 */
export function* everyTable(upper: readonly number[], known: readonly Known[]): Generator<readonly number[]> {
  if (known.every(({ strata, sum }) => strata.length > 0 || sum === 0)) yield* fill([], upper, known);
}

function* fill(
  table: readonly number[],
  upper: readonly number[],
  known: readonly Known[],
): Generator<readonly number[]> {
  const at = table.length;
  if (at === upper.length) {
    yield table;
    return;
  }
  for (let value = 0; value <= (upper[at] ?? 0); value += 1) {
    const next = [...table, value];
    if (known.every((each) => canStillBe(each, next))) yield* fill(next, upper, known);
  }
}

/** Sums only grow, and a sum whose last part is there has to be the known one. */
function canStillBe({ strata, sum }: Known, table: readonly number[]): boolean {
  const soFar = strata.reduce((total, stratum) => total + (table[stratum] ?? 0), 0);
  return strata.every((stratum) => stratum < table.length) ? soFar === sum : soFar <= sum;
}

/** Between what the sum over each list of strata lies, in all tables there can be. */
export function rangesOver(
  sums: readonly Pick<Group, 'strata'>[],
  upper: readonly number[],
  known: readonly Known[],
): { low: number; high: number }[] {
  const ranges = sums.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  for (const table of everyTable(upper, known))
    for (const [index, range] of ranges.entries()) {
      const sum = (sums[index]?.strata ?? []).reduce((total, stratum) => total + (table[stratum] ?? 0), 0);
      range.low = Math.min(range.low, sum);
      range.high = Math.max(range.high, sum);
    }
  return ranges;
}
