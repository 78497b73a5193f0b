import * as z from 'zod/mini';
import { dimensionCodeSchema, itemCodeSchema } from '../instrument/codes.ts';
import { type Part, partSchema } from '../instrument/definition.ts';

/** By how much the points of an item that both rounds have points for differ. Weighted as in the later round. */
export const itemDifferenceSchema = z.object({
  item: itemCodeSchema,
  dimension: dimensionCodeSchema,
  part: partSchema,
  weight: z.int(),
  difference: z.number(),
});
export type ItemDifference = z.infer<typeof itemDifferenceSchema>;

const weigh = (items: readonly ItemDifference[]): number => items.reduce((sum, { weight }) => sum + weight, 0);

/** Undefined where less than half of the dimension, by weight, may be compared: what is left would be another thing. */
function dimensionChange(items: readonly ItemDifference[], mayCompare: (item: string) => boolean): number | undefined {
  const kept = items.filter(({ item }) => mayCompare(item));
  const weight = weigh(kept);
  if (weight === 0 || weight * 2 < weigh(items)) return undefined;
  return kept.reduce((sum, each) => sum + each.difference * each.weight, 0) / weight;
}

/**
 * By how much a firm's level of the part differs between two rounds, on the items that have points in both and that may
 * be compared: the plain mean over its dimensions, as the level itself. Null when no item has points in both, and when a
 * dimension cannot be compared: a difference of the others alone would not be one of the part.
 */
export function partChange(
  part: Part,
  items: readonly ItemDifference[],
  mayCompare: (item: string) => boolean,
): number | null {
  const dimensions = Map.groupBy(
    items.filter((each) => each.part === part && each.weight > 0),
    ({ dimension }) => dimension,
  );
  const changes = [...dimensions.values()].map((each) => dimensionChange(each, mayCompare));
  const known = changes.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < changes.length) return null;
  return known.toSorted((a, b) => a - b).reduce((sum, each) => sum + each, 0) / known.length;
}
