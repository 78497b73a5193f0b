import * as z from 'zod/mini';
import { sizeClassSchema } from '../firm/firm-profile.ts';
import { localisedTextSchema } from '../language.ts';
import { dimensionCodeSchema, itemCodeSchema, sectionCodeSchema, wordCodeSchema } from './codes.ts';
import { conditionSchema } from './condition.ts';
import { partSchema, scoringRulesSchema } from './definition.ts';
import { pointsSchema } from './item.ts';

/* The form in which people write an instrument: one YAML file per dimension, both languages side by side. */

const text = localisedTextSchema;

const itemSourceBase = {
  code: itemCodeSchema,
  forms: z.array(wordCodeSchema),
  question: text,
  help: z.optional(text),
  trace: z.optional(text),
  subcontractor: z.optional(text),
  sizeNotes: z.optional(z.array(z.strictObject({ sizes: z.array(sizeClassSchema).check(z.minLength(1)), text }))),
  weight: z.optional(z.int().check(z.gte(0), z.lte(10))),
  allowsDontKnow: z.optional(z.boolean()),
  allowsNotApplicable: z.optional(z.boolean()),
  appliesWhen: z.optional(conditionSchema),
};

const choiceSourceSchema = z.strictObject({ code: wordCodeSchema, points: z.optional(pointsSchema), text });

export const itemSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemSourceBase, kind: z.literal('ladder'), levels: z.tuple([text, text, text, text, text]) }),
  z.strictObject({
    ...itemSourceBase,
    kind: z.enum(['single-choice', 'multiple-choice']),
    choices: z.array(choiceSourceSchema).check(z.minLength(2), z.maxLength(20)),
  }),
  z.strictObject({
    ...itemSourceBase,
    kind: z.literal('number'),
    minimum: z.number(),
    maximum: z.number(),
    decimals: z.int().check(z.gte(0), z.lte(4)),
    unit: text,
  }),
  z.strictObject({
    ...itemSourceBase,
    kind: z.literal('yes-no'),
    points: z.optional(z.strictObject({ yes: pointsSchema, no: pointsSchema })),
  }),
  z.strictObject({ ...itemSourceBase, kind: z.literal('text'), maximumLength: z.int().check(z.gte(1), z.lte(4000)) }),
]);
export type ItemSource = z.infer<typeof itemSourceSchema>;

const bandTextSchema = z.strictObject({ meaning: text, next: text });

/** `dimensions/D1.yaml` */
export const dimensionSourceSchema = z.strictObject({
  code: dimensionCodeSchema,
  part: partSchema,
  name: text,
  about: text,
  bands: z.record(wordCodeSchema, bandTextSchema),
  items: z.array(itemSourceSchema).check(z.minLength(1)),
});
export type DimensionSource = z.infer<typeof dimensionSourceSchema>;

/** `blocks/IB.yaml`: context questions shown together on one screen, in no dimension. */
export const blockSourceSchema = z.strictObject({
  code: sectionCodeSchema,
  name: text,
  about: text,
  items: z.array(itemSourceSchema).check(z.minLength(1), z.maxLength(12)),
});
export type BlockSource = z.infer<typeof blockSourceSchema>;

const perDimensionQuestionSchema = z.strictObject({
  question: text,
  help: z.optional(text),
  choices: z
    .array(z.strictObject({ code: wordCodeSchema, points: z.optional(pointsSchema), text }))
    .check(z.minLength(2)),
});

const formSourceSchema = z.strictObject({
  code: wordCodeSchema,
  minutes: z.int().check(z.gte(1), z.lte(180)),
  name: text,
  about: text,
  /** Blocks and dimensions in the order they are asked. */
  sections: z.array(sectionCodeSchema).check(z.minLength(1)),
});

/** `instrument.yaml` */
export const instrumentSourceSchema = z.strictObject({
  instrument: wordCodeSchema,
  scale: z.strictObject({
    levels: z.tuple([text, text, text, text, text]),
    bands: z.record(wordCodeSchema, text),
    parts: z.record(partSchema, text),
  }),
  stagedLevels: z.record(wordCodeSchema, z.array(z.strictObject({ name: text, meaning: text }))),
  /** Asked on the closing screen of every dimension; become items such as `D1.importance`. */
  perDimension: z.strictObject({ importance: perDimensionQuestionSchema, wish: perDimensionQuestionSchema }),
  forms: z.array(formSourceSchema).check(z.minLength(1)),
  scoring: scoringRulesSchema,
});
export type InstrumentSource = z.infer<typeof instrumentSourceSchema>;
