import { studentFactor } from './student-t.ts';

/** A mean with its confidence interval, in the unit of the numbers it is made from. */
export type Estimate = { readonly mean: number; readonly low: number; readonly high: number };

/** How many numbers there are, their sum and the sum of their squares. */
export type Moments = { readonly count: number; readonly sum: number; readonly squares: number };

export function momentsOf(values: readonly number[]): Moments {
  return {
    count: values.length,
    sum: values.reduce((total, value) => total + value, 0),
    squares: values.reduce((total, value) => total + value * value, 0),
  };
}

/** The standard deviation of a sample; exact up to the last division and root, since whole numbers are summed. */
export function deviationOf({ count, sum, squares }: Moments): number {
  return Math.sqrt(Math.max(0, (count * squares - sum * sum) / (count * (count - 1))));
}

/**
 * The mean of differences within pairs and where it lies with so many per cent confidence, by Student's t. Firms of a pair
 * resemble each other, so that pairs and not firms are what is independent; with matching without replacement the
 * deviation over pairs is then the right one. (Abadie and Spiess, Robust post-matching inference, JASA 2022.) Null of
 * fewer than two pairs.
 */
export function estimateOf(moments: Moments, confidencePercent: number): Estimate | null {
  const { count, sum } = moments;
  if (count < 2) return null;
  const mean = sum / count;
  const half = (studentFactor(confidencePercent / 100, count - 1) * deviationOf(moments)) / Math.sqrt(count);
  return { mean, low: mean - half, high: mean + half };
}

/**
 * How far apart the lowest and highest value lie that one of the numbers can have, for whoever knows their count, mean and
 * deviation: none is further from the mean than deviation × (count - 1) / √count. (Samuelson, How deviant can you be?,
 * JASA 1968.)
 */
export function widthOfOne(moments: Moments): number {
  const { count } = moments;
  return count < 2 ? 0 : (2 * deviationOf(moments) * (count - 1)) / Math.sqrt(count);
}
