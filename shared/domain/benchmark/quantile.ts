import type { Tally } from './material.ts';

/**
 * The value below which the part of the firms lies: the mean of the two around the cut where it falls between firms, else
 * the firm's that it falls in (definition 2 of Hyndman and Fan 1996). Null without firms. `part` lies between 0 and 1.
 */
export function quantileOf(tally: Tally, part: number): number | null {
  const sorted = [...tally].filter(([, firms]) => firms > 0).sort(([one], [other]) => one - other);
  const firms = sorted.reduce((sum, [, number]) => sum + number, 0);
  if (firms === 0) return null;
  const cut = firms * part;
  const isBetween = Math.abs(cut - Math.round(cut)) < 1e-9;
  const rank = isBetween ? Math.round(cut) : Math.ceil(cut);
  const valueAt = (wanted: number): number => {
    let passed = 0;
    return (sorted.find(([, number]) => {
      passed += number;
      return passed >= wanted;
    }) ??
      sorted.at(-1) ?? [0])[0];
  };
  return isBetween ? (valueAt(Math.max(rank, 1)) + valueAt(Math.min(rank + 1, firms))) / 2 : valueAt(rank);
}

/** Whether so many firms lie on either side of the quantile that it tells of none of them. (ABS DataLab; rule D6) */
export function mayShowQuantile(firms: number, part: number, onEitherSide: number): boolean {
  return firms * Math.min(part, 1 - part) >= onEitherSide - 1e-9;
}
