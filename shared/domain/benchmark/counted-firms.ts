import { groupKey } from './frame.ts';
import type { ReleaseDocument } from './release.ts';

/**
 * About how many firms a release counts: the fewest and the most of its measures, of all firms together, as they are
 * published. Null where nothing of that is shown.
 */
export function countedFirms({ cells }: Pick<ReleaseDocument, 'cells'>): { fewest: number; most: number } | null {
  const whole = groupKey({});
  const counts = cells.flatMap(({ group, firms }) => (group === whole && firms !== null ? [firms] : []));
  return counts.length === 0 ? null : { fewest: Math.min(...counts), most: Math.max(...counts) };
}
