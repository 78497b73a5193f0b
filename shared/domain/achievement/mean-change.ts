/** 97.5th percentile of the normal distribution. */
const z = 1.959963984540054;

/**
 * 97.5th percentile of Student's t, by the expansion of Abramowitz and Stegun 26.7.5; within 0.0001 of their table 26.10
 * from nine degrees of freedom.
 */
export function studentQuantile(degrees: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((total, term, power) => total + term / degrees ** power, 0);
}

/** In levels, not rounded. `lowest` and `highest` are the ends of the 95 % confidence interval. */
export type MeanChange = {
  readonly firms: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
};

/**
 * The mean of paired differences, one a firm, and where the mean of firms like these lies with 95 % confidence (paired t
 * interval). Null with fewer than are asked for; `fewest` is at least two.
 */
export function meanChange(differences: readonly number[], fewest: number): MeanChange | null {
  const firms = differences.length;
  if (firms < Math.max(fewest, 2)) return null;
  const mean = differences.reduce((total, each) => total + each, 0) / firms;
  const squares = differences.reduce((total, each) => total + (each - mean) ** 2, 0);
  const margin = studentQuantile(firms - 1) * Math.sqrt(squares / (firms - 1) / firms);
  return { firms, mean, lowest: mean - margin, highest: mean + margin };
}
