import type { Band } from '../instrument/definition.ts';

/** The band a level lies in: the last whose lower limit it reaches. Limits belong to the upper band. */
export function bandOf(level: number, bands: readonly Band[]): string {
  const reached = bands.filter(({ from }) => level >= from);
  return (reached.at(-1) ?? bands[0])?.code ?? '';
}
