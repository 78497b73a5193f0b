import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { counties } from '../firm/firm-profile.ts';
import { dimensionCodeSchema } from '../instrument/codes.ts';

const text = (longest: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longest));

export const indexGeographies = ['nms', ...counties, 'sweden', 'eu', 'elsewhere'] as const;
export type IndexGeography = (typeof indexGeographies)[number];

/** `level`: a mean on a scale of levels. `points`: of an index with a scale of its own. */
export const indexUnits = ['level', 'percent', 'points'] as const;
export type IndexUnit = (typeof indexUnits)[number];

const boundSchema = z.number().check(z.gte(-1_000_000), z.lte(1_000_000));

/** A value of an index that somebody else publishes, as a region has entered it. */
export const indexValueSchema = z.strictObject({
  index: text(160),
  source: text(200),
  link: z.url({ protocol: /^https$/ }).check(z.maxLength(500)),
  year: z.int().check(z.gte(1990), z.lte(2100)),
  geography: z.enum(indexGeographies),
  /** The area of ours that it is nearest to; null when it is near to none. */
  dimension: z.nullable(dimensionCodeSchema),
  /** What it measures, in words. */
  measures: text(400),
  value: boundSchema,
  unit: z.enum(indexUnits),
  /** The ends of its scale; null where it has none. */
  lowest: z.nullable(boundSchema),
  highest: z.nullable(boundSchema),
  /** How far it can be compared with what firms answer here, which is always shown with it. */
  note: text(1000),
});
export type IndexValue = z.infer<typeof indexValueSchema>;

export type IndexFault = {
  readonly field: keyof IndexValue;
  readonly code: 'unknown' | 'in-the-future' | 'outside-the-scale' | 'not-above-the-lowest';
};

/** What keeps it from being entered; `year`: that of today. */
export function checkIndexValue(
  value: IndexValue,
  { year, dimensions }: { readonly year: number; readonly dimensions: readonly string[] },
): IndexFault[] {
  const { lowest, highest } = value;
  const isBelow = lowest !== null && value.value < lowest;
  const isAbove = highest !== null && value.value > highest;
  const isUnknown = value.dimension !== null && !dimensions.includes(value.dimension);
  return [
    ...(value.year > year ? [{ field: 'year', code: 'in-the-future' } as const] : []),
    ...(isUnknown ? [{ field: 'dimension', code: 'unknown' } as const] : []),
    ...(lowest !== null && highest !== null && highest <= lowest
      ? [{ field: 'highest', code: 'not-above-the-lowest' } as const]
      : []),
    ...(isBelow || isAbove ? [{ field: 'value', code: 'outside-the-scale' } as const] : []),
  ];
}

/** The scale of our levels. */
const ownScale = { unit: 'level', lowest: 0, highest: 4 } as const;

export type IndexComparison =
  | { readonly kind: 'no-figure' }
  | { readonly kind: 'scales-differ' }
  | {
      readonly kind: 'same-scale' /** The index less our figure, in tenths of a level. */;
      readonly difference: number;
    };

/**
 * How an index may stand beside a published mean level. A difference is a number only where both are levels of one
 * scale; anything else would be a number that means nothing. The same scale does not make the same measurement: the note
 * stands beside it either way.
 */
export function compareIndex(
  { unit, lowest, highest, value }: Pick<IndexValue, 'unit' | 'lowest' | 'highest' | 'value'>,
  mean: number | null,
): IndexComparison {
  if (mean === null) return { kind: 'no-figure' };
  const isOwnScale = unit === ownScale.unit && lowest === ownScale.lowest && highest === ownScale.highest;
  if (!isOwnScale) return { kind: 'scales-differ' };
  return { kind: 'same-scale', difference: Math.round((value - mean) * 10) / 10 };
}
