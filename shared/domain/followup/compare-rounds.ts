import * as z from 'zod/mini';
import { dimensionCodeSchema } from '../instrument/codes.ts';
import { partSchema } from '../instrument/definition.ts';
import { type ItemMap, isComparable } from '../instrument/version/comparability.ts';
import type { DimensionScore, ScoreProfile } from '../scoring/score.ts';

const levelSchema = z.number().check(z.gte(0), z.lte(4));

/** What became of one dimension from one round to a later one, on the items that have points in both. */
export const dimensionChangeSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  part: partSchema,
  /** How many items it rests on. */
  items: z.int().check(z.gte(1)),
  before: levelSchema,
  after: levelSchema,
  /** `after` - `before`, not rounded. Says nothing of what is more than chance. */
  difference: z.number().check(z.gte(-4), z.lte(4)),
});
export type DimensionChange = z.infer<typeof dimensionChangeSchema>;

export type RoundComparison = {
  readonly dimensions: readonly DimensionChange[];
  /** Items that have points in both rounds and may not be compared, since the question is another. */
  readonly itemsLeftOut: number;
};

/** An item that has points in both rounds. Weighted as the later round weighs. */
export type Pair = {
  readonly item: string;
  readonly weight: number;
  readonly before: number;
  readonly after: number;
};

/** Weighted as the later round weighs its items, so that `after` is made like the level beside it. */
export function changeOf({ dimension, part }: DimensionScore, pairs: readonly Pair[]): DimensionChange | undefined {
  const weight = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  if (weight === 0) return undefined;
  const meanOf = (side: 'before' | 'after') => pairs.reduce((sum, pair) => sum + pair[side] * pair.weight, 0) / weight;
  const [before, after] = [meanOf('before'), meanOf('after')];
  return { dimension, part, items: pairs.length, before, after, difference: after - before };
}

/** Where too little was answered for a level, there is nothing that could have changed. */
export const scoredOf = ({ dimensions }: ScoreProfile): DimensionScore[] =>
  dimensions.filter(({ status }) => status === 'scored');

/** Of each dimension with a level in the later round, the items with points in both, in one with a level each time. */
export function pairRounds(
  earlier: ScoreProfile,
  later: ScoreProfile,
): { readonly score: DimensionScore; readonly pairs: readonly Pair[] }[] {
  const pointsBefore = new Map(
    scoredOf(earlier).flatMap(({ items }) => items.map(({ item, points }) => [item, points] as const)),
  );
  return scoredOf(later).map((score) => ({
    score,
    pairs: score.items.flatMap(({ item, points, weight }) => {
      const before = pointsBefore.get(item) ?? null;
      return points === null || before === null ? [] : [{ item, weight, before, after: points }];
    }),
  }));
}

/**
 * The paired difference of each dimension between two rounds of one firm, on the items that have points in both and
 * that the map allows to be compared. `relations` is undefined when both answered the same version. An item is followed to
 * the dimension that it is in now; in both rounds it has to be in one with a level. A dimension without such an item is
 * left out: a difference that rests on other questions would be no change of the firm's. The database has the same rule for
 * effects (`list_effect_levels`).
 */
export function compareRounds(
  earlier: ScoreProfile,
  later: ScoreProfile,
  relations: ItemMap | undefined,
): RoundComparison {
  const mayCompare = (item: string) => relations === undefined || isComparable(relations.get(item));
  let itemsLeftOut = 0;
  const dimensions = pairRounds(earlier, later).flatMap(({ score, pairs: both }) => {
    const pairs = both.filter(({ item }) => mayCompare(item));
    itemsLeftOut += both.length - pairs.length;
    return changeOf(score, pairs) ?? [];
  });
  return { dimensions, itemsLeftOut };
}
