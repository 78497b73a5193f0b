/** The nearest whole number of steps; what lies between two goes up. */
export function roundTo(value: number, step: number): number {
  return Math.floor(value / step + 0.5) * step;
}

/** The whole numbers that are shown as this one, `lowest` and `highest` included. */
export function roundedFrom(shown: number, step: number): { lowest: number; highest: number } {
  const lowest = shown - Math.floor(step / 2);
  return { lowest, highest: lowest + step - 1 };
}
