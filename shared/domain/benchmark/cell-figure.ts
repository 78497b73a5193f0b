import type { ReleaseCell } from './cell.ts';
import type { Scale } from './scale.ts';

/** The number of a cell that titles and colours tell. Of a choice, how many per cent chose anything but the first, which is no. Null: not shown. */
export function figureOf(cell: ReleaseCell | undefined, scale: Scale): number | null {
  if (cell === undefined || cell.firms === null) return null;
  if (scale === 'count') return cell.firms;
  if (scale !== 'share') return cell.mean;
  const first = (cell.classes ?? cell.coarse)?.[0];
  return first === undefined ? null : 100 - first;
}
