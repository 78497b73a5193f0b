import type { Range } from '../scoring/score.ts';

/**
 * Where a level lies beside the middle half of a group. `unsure`: the answers that are missing could move it over an
 * edge; `unpublished`: the group's quartiles are not shown, and nothing is said of them.
 */
export type SideOfMiddle = 'above' | 'within' | 'below' | 'unsure' | 'unpublished';

/** `distance`: how far outside the nearer edge, at least; 0 where it is not surely outside. */
export type PlaceBeside = { readonly side: SideOfMiddle; readonly distance: number };

type Quartiles = { readonly lowQuartile: number | null; readonly highQuartile: number | null };

/** As they are shown, so that words and drawing agree. */
const tenths = (level: number): number => Math.round(level * 10);

/** Beside the middle half as it is published, with all that the own level's range allows. On an edge is within. */
export function placeBesideMiddle(range: Range, { lowQuartile, highQuartile }: Quartiles): PlaceBeside {
  if (lowQuartile === null || highQuartile === null) return { side: 'unpublished', distance: 0 };
  const [lowest, highest] = [tenths(range.lowest), tenths(range.highest)];
  const [lower, upper] = [tenths(lowQuartile), tenths(highQuartile)];
  if (lowest > upper) return { side: 'above', distance: (lowest - upper) / 10 };
  if (highest < lower) return { side: 'below', distance: (lower - highest) / 10 };
  return { side: lower <= lowest && highest <= upper ? 'within' : 'unsure', distance: 0 };
}
