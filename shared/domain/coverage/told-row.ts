import type { CoverageRow } from './coverage.ts';

/** How many there are. `at-least`: the source keeps a number secret. */
type ToldThere =
  | { readonly kind: 'untold' }
  | { readonly kind: 'exactly' | 'at-least'; readonly count: number }
  | { readonly kind: 'between'; readonly count: number; readonly most: number };

/** `hidden`: by the release. `untold`: by the source, whatever the release shows. In per cent. */
type ToldShare =
  | { readonly kind: 'untold' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'exactly' | 'at-most'; readonly percent: number };

const decimalsBelow = 10;
/** Small shares are told more finely. */
export const decimalsOf = (percent: number): 0 | 1 => (percent < decimalsBelow ? 1 : 0);

export function toldThere({
  population,
  most,
  untold,
}: Pick<CoverageRow, 'population' | 'most' | 'untold'>): ToldThere {
  if (untold === 'no-measure') return { kind: 'untold' };
  if (most === null) return { kind: 'at-least', count: population };
  return most === population ? { kind: 'exactly', count: most } : { kind: 'between', count: population, most };
}

/** What can be said of the share that has answered, never more surely than the source can tell it. */
export function toldShare({ population, most, untold, answered, reached }: CoverageRow): ToldShare {
  if (untold !== null) return { kind: 'untold' };
  if (answered === null || reached === null) return { kind: 'hidden' };
  return { kind: population === most ? 'exactly' : 'at-most', percent: reached };
}
