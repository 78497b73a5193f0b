import type { Range } from './score.ts';

/** How a level may be shown without claiming more than its range allows. Levels are 0-4, not yet rounded. */
export type PresentedLevel =
  | { readonly kind: 'exact'; readonly level: number; readonly decimals: 1 }
  | { readonly kind: 'about'; readonly level: number; readonly decimals: 0 }
  | { readonly kind: 'between'; readonly lowest: number; readonly highest: number };

/** Up to half a level of doubt a tenth still says something; up to one level, a whole level does. */
const narrowRange = 0.5;
const wideRange = 1;

/**
 * One decimal when the range is at most half a level wide, a whole level when it is at most one level wide and the
 * whole level lies within it, otherwise only the two ends. No level gives the ends; no range at all gives null.
 */
export function presentLevel(level: number | null, range: Range | null): PresentedLevel | null {
  if (range === null) return null;
  const width = range.highest - range.lowest;
  if (level === null || width > wideRange) return { kind: 'between', ...range };
  if (width <= narrowRange) return { kind: 'exact', level, decimals: 1 };
  const whole = Math.round(level);
  const isInside = range.lowest <= whole && whole <= range.highest;
  return isInside ? { kind: 'about', level, decimals: 0 } : { kind: 'between', ...range };
}

/**
 * Where a level is drawn; nowhere when its range is so wide that only the two ends are said. Without a range it is drawn
 * where it is.
 */
export function drawnLevel(level: number | null, range: Range | null): number | null {
  return presentLevel(level, range)?.kind === 'between' ? null : level;
}
