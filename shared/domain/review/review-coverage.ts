import type { ReviewEntry } from './review.ts';
import type { ReviewableDimension } from './review-basis.ts';

/** How many of the questions put to the firm a reviewed level rests on; the others count in it as the firm has them. */
export type Coverage = { readonly judged: number; readonly total: number };

/** What was given a level: items, and dimensions as a whole. What could not be judged is not among them. */
export function judgedCodes(entries: readonly Pick<ReviewEntry, 'code' | 'judgement'>[]): readonly string[] {
  return entries.filter(({ judgement }) => judgement.state === 'level').map(({ code }) => code);
}

/** By dimension. One that was judged as a whole rests on all of it. */
export function coverageOf(
  reviewable: readonly ReviewableDimension[],
  codes: readonly string[],
): ReadonlyMap<string, Coverage> {
  const judged = new Set(codes);
  return new Map(
    reviewable.map(({ dimension, items }) => {
      const own = judged.has(dimension) ? items : items.filter((item) => judged.has(item));
      return [dimension, { judged: own.length, total: items.length }] as const;
    }),
  );
}

/** Of several dimensions together. */
export function sumCoverage(coverages: Iterable<Coverage>): Coverage {
  const each = [...coverages];
  const sum = (of: (coverage: Coverage) => number) => each.reduce((total, coverage) => total + of(coverage), 0);
  return { judged: sum(({ judged }) => judged), total: sum(({ total }) => total) };
}
