/** Something with a mean that can be named. */
export type Named = { readonly name: string; readonly mean: number };

export type Finding = { readonly kind: 'apart'; readonly highest: readonly Named[]; readonly lowest: readonly Named[] };

/** Titles name so many at most that are equal. */
const mostNamed = 2;

/**
 * Which lie highest and lowest. Nothing of fewer than two; `close` where they differ by too little, or where too many share
 * an end for a title.
 */
export function findEnds(all: readonly Named[], leastTold: number): Finding | { readonly kind: 'close' } | null {
  if (all.length < 2) return null;
  const means = all.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const highest = all.filter(({ mean }) => mean === high);
  const lowest = all.filter(({ mean }) => mean === low);
  // Tenths of a level: what is left of the difference is the computer's rounding.
  const isTold = Math.round((high - low) * 10) >= Math.round(leastTold * 10);
  if (!isTold || highest.length > mostNamed || lowest.length > mostNamed) return { kind: 'close' };
  return { kind: 'apart', highest, lowest };
}

/**
 * Which lie highest, when they are few enough for a title and far enough above the lowest. For what is told of the top
 * alone: many may share the other end.
 */
export function findTop(all: readonly Named[], leastTold: number): readonly Named[] | null {
  const means = all.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const highest = all.filter(({ mean }) => mean === high);
  return highest.length > 0 && highest.length <= mostNamed && high - low >= leastTold ? highest : null;
}
