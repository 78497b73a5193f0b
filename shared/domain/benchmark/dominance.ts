/**
 * Whether a sum of money, people or another size gives away one firm: the second largest could reckon the largest to
 * within p per cent from the sum, X - x1 - x2 < p/100 · x1. Negative parts count by their size. False without parts. p is
 * above 0 and comes from the configuration alone: whoever knows it can reckon back from what is hidden. (Handbook on
 * Statistical Disclosure Control, chapter 4, p%-rule; rule D5.)
 */
export function isDominated(parts: readonly number[], pPercent: number): boolean {
  const [first = 0, ...rest] = bySize(parts);
  return first > 0 && remainder(rest) < (pPercent / 100) * first;
}

/**
 * How far above the true sum an attacker has to believe that it may lie, when the sum is hidden: p/100 · x1 - (X - x1 -
 * x2). Zero where the sum is not dominated. (Handbook, chapter 4, protection levels.)
 */
export function protectionLevel(parts: readonly number[], pPercent: number): number {
  const [first = 0, ...rest] = bySize(parts);
  return Math.max(0, (pPercent / 100) * first - remainder(rest));
}

const bySize = (parts: readonly number[]): number[] => parts.map(Math.abs).sort((one, other) => other - one);

/** What neither of the two largest has. */
const remainder = (withoutLargest: readonly number[]): number =>
  withoutLargest.slice(1).reduce((sum, part) => sum + part, 0);
