/** 97.5th percentile of the normal distribution. */
const normalQuantile = 1.959963984540054;

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/**
 * Standard error of measurement of a weighted mean of items, in levels, where each answer has the error `itemError`
 * independently of the others: itemError · √(Σw²) / Σw. Weights are above nought.
 */
export function standardError(weights: readonly number[], itemError: number): number {
  return (itemError * Math.sqrt(sum(weights.map((weight) => weight ** 2)))) / sum(weights);
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/** The least by which whole steps of the items can move their weighted mean. Weights are whole numbers. */
export function smallestStep(weights: readonly number[]): number {
  return weights.reduce(greatestCommonDivisor, 0) / sum(weights);
}

/**
 * The largest difference that error alone leaves in nineteen cases of twenty: 1.96 standard deviations of the difference,
 * and half a step since answers move in whole steps (correction for continuity, Yates 1934). Without it two items, which
 * differ by a level together once in eight times, would be told of far too often.
 */
export function detectableDifference(standardDeviation: number, step: number): number {
  return normalQuantile * standardDeviation + step / 2;
}

/** Of two weighted means of the same items: the smallest detectable change. */
export function detectableChange(weights: readonly number[], itemError: number): number {
  return detectableDifference(Math.SQRT2 * standardError(weights, itemError), smallestStep(weights));
}

/** Abramowitz and Stegun 7.1.26: within 0.0000002. */
const tailTerms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429] as const;

/** How likely a standard normal value is to lie at least this far from nought, on either side. `distance` is not below 0. */
export function twoSidedTail(distance: number): number {
  const x = distance / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  return tailTerms.reduceRight((total, term) => (total + term) * t, 0) * Math.exp(-(x ** 2));
}

/** How likely error alone is to give a difference as large as this one. */
export function chanceOf(difference: number, standardDeviation: number, step: number): number {
  return twoSidedTail(Math.max(Math.abs(difference) - step / 2, 0) / standardDeviation);
}

const risk = 0.05;

/**
 * Which of many findings hold when all were looked for at once: the risk that any of them is due to chance is at most one
 * in twenty (Holm 1979). The rarest is asked to be so many times rarer as there are findings; at the first that is not rare
 * enough it ends.
 */
export function holdTogether(chances: readonly number[]): boolean[] {
  const order = chances.map((chance, index) => ({ chance, index })).toSorted((one, other) => one.chance - other.chance);
  const firstNot = order.findIndex(({ chance }, place) => chance > risk / (chances.length - place));
  const holding = new Set((firstNot < 0 ? order : order.slice(0, firstNot)).map(({ index }) => index));
  return chances.map((_chance, index) => holding.has(index));
}
