import { type PresentedLevel, presentLevel } from '#shared/domain/scoring/present-level.ts';
import type { RulerFacts } from './ruler.tsx';

/** As much of the value as its range allows: to a tenth, to a whole level, or only the two ends. */
export function shownLevel({ value, range }: RulerFacts): PresentedLevel | null {
  return value === null ? null : presentLevel(value, range ?? { lowest: value, highest: value });
}
