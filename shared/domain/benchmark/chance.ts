/** A title may be wrong by chance once in twenty. */
const mostWrong = 0.05;

/**
 * The point that a standard normal variable exceeds with so small a probability (0 < p ≤ 0.5), to 4.5 ten-thousandths:
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23.
 */
export function normalPoint(exceeded: number): number {
  const t = Math.sqrt(-2 * Math.log(exceeded));
  const above = 2.515517 + 0.802853 * t + 0.010328 * t ** 2;
  const below = 1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3;
  return t - above / below;
}

/**
 * How many standard errors apart two figures have to lie when they were picked among so many comparisons (Bonferroni): any
 * of all of them is as far apart by chance once in twenty at most.
 */
export function chanceFactor(comparisons: number): number {
  return normalPoint(mostWrong / 2 / comparisons);
}

/** Whoever names the highest and the lowest of so many has compared each with each. */
export const pairsAmong = (count: number): number => (count * (count - 1)) / 2;
