import type { ReleaseCell } from './cell.ts';
import type { DisclosureRules } from './rules.ts';

/** The others of a group that a firm compares itself with. `mean` is reckoned from what is shown, and about. */
export type Peers = {
  readonly firms: number;
  readonly mean: number;
  readonly lowQuartile: number | null;
  readonly median: number | null;
  readonly highQuartile: number | null;
};

/**
 * A firm beside the others of a group, from nothing but the published cell and the firm's own level: the own answer is
 * taken out of the mean where it is in it. Null where the cell is hidden, or fewer others are left than a group must have.
 * Quartiles stay as they are published: with so many firms behind them one moves them by a rank at most. (Rule D13.)
 */
export function peersOf(
  cell: Pick<ReleaseCell, 'firms' | 'mean' | 'lowQuartile' | 'median' | 'highQuartile'>,
  own: { readonly level: number; readonly isInCell: boolean },
  { fewestFirms }: Pick<DisclosureRules, 'fewestFirms'>,
): Peers | null {
  const { firms, mean, lowQuartile, median, highQuartile } = cell;
  if (firms === null || mean === null) return null;
  const others = own.isInCell ? firms - 1 : firms;
  if (others < fewestFirms) return null;
  const without = own.isInCell ? (mean * firms - own.level) / others : mean;
  return { firms: others, mean: Math.round(without * 10) / 10, lowQuartile, median, highQuartile };
}
