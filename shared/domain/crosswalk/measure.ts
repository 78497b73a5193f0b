import * as z from 'zod/mini';
import { levelSchema } from '../answers/answer.ts';
import { certifications } from '../firm/firm-choices.ts';
import { itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';

/** Highest step of a row, by the kind of its question. A tick is no (0) or yes (1). */
export const highestSteps = { ticks: 1, extents: 2, stages: 5 } as const;

const stepSchema = z.int().check(z.gte(0), z.lte(highestSteps.stages));

const itemFactSchemas = [
  z.strictObject({ item: itemCodeSchema, atLeast: levelSchema }),
  z.strictObject({ item: itemCodeSchema, atMost: levelSchema }),
  z.strictObject({ item: itemCodeSchema, choices: z.array(wordCodeSchema).check(z.minLength(1)) }),
  z.strictObject({ item: itemCodeSchema, isNotApplicable: z.literal(true) }),
] as const;

export const crosswalkFactSchema = z.union([
  ...itemFactSchemas,
  z.strictObject({ certification: z.enum(certifications) }),
  /** What the firm has added itself to another row; never what was derived for it. */
  z.strictObject({ row: wordCodeSchema, atLeast: stepSchema }),
  z.strictObject({ row: wordCodeSchema, atMost: stepSchema }),
]);
export type CrosswalkFact = z.infer<typeof crosswalkFactSchema>;

const whenSchema = z.union([
  crosswalkFactSchema,
  z.strictObject({ all: z.array(crosswalkFactSchema).check(z.minLength(2)) }),
]);

/** What an answer shows of a row: that it stands no lower, or no higher, than a step. */
export const boundSchema = z.union([
  z.strictObject({ lowest: stepSchema, when: whenSchema }),
  z.strictObject({ highest: stepSchema, when: whenSchema }),
]);
export type Bound = z.infer<typeof boundSchema>;

export const rowSchema = z.strictObject({
  code: wordCodeSchema,
  /** A statement in our own words, to be answered with the steps of its question. */
  text: localisedTextSchema,
  /** Not set: nothing we ask says it, and the firm may add it. */
  derived: z.optional(
    z.strictObject({ from: z.array(boundSchema).check(z.minLength(1)), because: localisedTextSchema }),
  ),
  /** Where it holds no other row of its question does, and the question has no points. It is no point itself. */
  isExclusive: z.optional(z.literal(true)),
});
export type MeasureRow = z.infer<typeof rowSchema>;

export const questionSchema = z.strictObject({
  code: wordCodeSchema,
  /** Its number in the form it belongs to. */
  number: z.int().check(z.gte(1)),
  kind: z.enum(['ticks', 'extents', 'stages']),
  text: localisedTextSchema,
  rows: z.array(rowSchema).check(z.minLength(1)),
});
export type MeasureQuestion = z.infer<typeof questionSchema>;

export const measureDimensionSchema = z.strictObject({
  code: wordCodeSchema,
  name: localisedTextSchema,
  formula: localisedTextSchema,
  /** What one has to know to read the figure; said beside it. */
  cautions: z.array(localisedTextSchema),
  questions: z.array(questionSchema).check(z.minLength(1)),
});
export type MeasureDimension = z.infer<typeof measureDimensionSchema>;

export const measureBandSchema = z.strictObject({
  code: wordCodeSchema,
  /** The lowest whole number of the band. */
  from: z.int().check(z.gte(0)),
  name: localisedTextSchema,
});

const stepNamesSchema = z.array(localisedTextSchema);

/** Somebody else's measure, as figures are derived for it. Data with a version. */
export const measureSchema = z.strictObject({
  code: wordCodeSchema,
  version: z.string().check(z.regex(/^[a-z]+-[0-9]+$/)),
  /** `percent`: dimensions 0-100 and their mean. `points`: one point a row, added up. */
  scale: z.enum(['percent', 'points']),
  name: localisedTextSchema,
  about: localisedTextSchema,
  formula: localisedTextSchema,
  source: z.strictObject({ text: localisedTextSchema, url: z.url() }),
  cautions: z.array(localisedTextSchema),
  bands: z.array(measureBandSchema).check(z.minLength(1)),
  /** Words of the steps, from 0. */
  steps: z.strictObject({ ticks: stepNamesSchema, extents: stepNamesSchema, stages: stepNamesSchema }),
  dimensions: z.array(measureDimensionSchema).check(z.minLength(1)),
});
export type Measure = z.infer<typeof measureSchema>;

/** Every question of a measure, in its order. */
export const questionsOf = ({ dimensions }: Measure): readonly MeasureQuestion[] =>
  dimensions.flatMap(({ questions }) => questions);

/** The highest figure of a measure. */
export function highestFigure(measure: Measure): number {
  return measure.scale === 'percent' ? 100 : questionsOf(measure).reduce((sum, { rows }) => sum + rows.length, 0);
}
