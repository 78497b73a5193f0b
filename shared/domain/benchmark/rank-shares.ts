import { roundTo } from '../achievement/rounding.ts';
import { findTop } from './finding.ts';
import type { ReleaseDocument } from './release.ts';

/** Of one measure in one group. Null is hidden or empty, which look alike. */
export type RankedShare = {
  readonly measure: string;
  /** Firms that say yes, in per cent as published. */
  readonly share: number | null;
  /** Firms that have answered, as published. */
  readonly firms: number | null;
  /**
   * About how many firms the share is, from the two published numbers alone, to the nearest step of the release: as
   * rough as they are. One step at least where the share is not nothing, and one less than all where it is not all.
   */
  readonly affected: number | null;
};

function firmsOf(share: number, firms: number, step: number): number {
  const about = roundTo((firms * share) / 100, step);
  if (share === 0 || share === 100) return about;
  return Math.max(step, Math.min(firms - step, about));
}

/** Measures that are yes or no in one group: the largest share first, then as they are listed; what is hidden last. */
export function rankShares(
  { spec, cells }: Pick<ReleaseDocument, 'spec' | 'cells'>,
  measures: readonly string[],
  group: string,
): RankedShare[] {
  const own = new Map(cells.filter((cell) => cell.group === group).map((cell) => [cell.measure, cell]));
  const ranked = measures.map((measure): RankedShare => {
    const { firms = null, classes = null } = own.get(measure) ?? {};
    const share = firms === null ? null : (classes?.[1] ?? null);
    const affected = firms === null || share === null ? null : firmsOf(share, firms, spec.rules.roundTo);
    return { measure, share, firms, affected };
  });
  return ranked.toSorted((one, other) => (other.share ?? -1) - (one.share ?? -1));
}

/** Those that are most common, where few share that place and chance cannot have parted them from the rarest; else none. */
export function mostCommon<One extends Pick<RankedShare, 'measure' | 'share' | 'firms'>>(ranked: readonly One[]) {
  const shown = ranked.flatMap((one) => {
    const { measure: name, share, firms } = one;
    return share === null || firms === null ? [] : [{ name, mean: share, firms, one: { ...one, share, firms } }];
  });
  return (findTop(shown, 'share') ?? []).map(({ one }) => one);
}
