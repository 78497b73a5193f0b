import { branches, counties, sizeClasses } from '../firm/firm-profile.ts';
import type { Frame } from './frame.ts';

/** What firms of the three counties are divided by. Firms outside them are in no release (strategy, R57). */
export const releaseAttributes: Frame['attributes'] = [
  { code: 'county', values: counties },
  { code: 'branch', values: branches },
  { code: 'size', values: sizeClasses },
];

/**
 * The tables a release may have, and no others: fixed, so that no two readers can ask for groups that differ by a firm
 * (rule D11). All firms are always among them.
 */
export const releaseBreakdowns: readonly (readonly string[])[] = [
  [],
  ['county'],
  ['branch'],
  ['size'],
  ['county', 'branch'],
  ['county', 'size'],
  ['branch', 'size'],
];

const key = (codes: readonly string[]): string => codes.join('&');

/** The breakdowns in their order, with all firms first; null when one of them is none that a release may have. */
export function orderBreakdowns(wanted: readonly (readonly string[])[]): (readonly string[])[] | null {
  const keys = new Set(wanted.map(key));
  const known = releaseBreakdowns.filter((codes) => codes.length === 0 || keys.has(key(codes)));
  return [...keys].every((each) => releaseBreakdowns.some((codes) => key(codes) === each)) ? known : null;
}
