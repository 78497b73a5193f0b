import * as z from 'zod/mini';
import { sizeClassSchema } from '../firm/firm-profile.ts';
import { localisedTextSchema } from '../language.ts';
import { dimensionCodeSchema, itemCodeSchema, sectionCodeSchema, wordCodeSchema } from './codes.ts';
import { conditionSchema } from './condition.ts';
import { partSchema, scoringRulesSchema } from './definition.ts';
import { mostChoices, pointsSchema } from './item.ts';

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
const choicesSchema = (most: number) => z.array(choiceSourceSchema).check(z.minLength(2), z.maxLength(most));

export const itemSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemSourceBase, kind: z.literal('ladder'), levels: z.tuple([text, text, text, text, text]) }),
  z.strictObject({
    ...itemSourceBase,
    kind: z.literal('single-choice'),
    choices: choicesSchema(mostChoices['single-choice']),
  }),
  z.strictObject({
    ...itemSourceBase,
    kind: z.literal('multiple-choice'),
    choices: choicesSchema(mostChoices['multiple-choice']),
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

/** Two sizes of firm that a text is written for: under 50 employees, and 50 or more. */
const bySizeSchema = z.strictObject({ small: text, large: text });

/** What a firm in this band reads about itself on its result. */
const feedbackSourceSchema = z.strictObject({
  usual: bySizeSchema,
  why: text,
  practice: bySizeSchema,
  takes: bySizeSchema,
  green: text,
});
export type FeedbackSource = z.infer<typeof feedbackSourceSchema>;

const bandSourceSchema = z.strictObject({ meaning: text, next: text, feedback: z.optional(feedbackSourceSchema) });

export const bandsSourceSchema = z.record(wordCodeSchema, bandSourceSchema);

/** `dimensions/D1.yaml` */
export const dimensionSourceSchema = z.strictObject({
  code: dimensionCodeSchema,
  part: partSchema,
  name: text,
  about: text,
  bands: bandsSourceSchema,
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
  choices: choicesSchema(mostChoices['single-choice']),
});

const perDimensionTextSchema = z.strictObject({
  question: text,
  help: z.optional(text),
  maximumLength: z.int().check(z.gte(1), z.lte(4000)),
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
  /** Asked on the closing screen of every dimension; become items such as `D1.importance` and `D1.comment`. */
  perDimension: z.strictObject({
    importance: perDimensionQuestionSchema,
    wish: perDimensionQuestionSchema,
    comment: z.optional(perDimensionTextSchema),
  }),
  forms: z.array(formSourceSchema).check(z.minLength(1)),
  scoring: scoringRulesSchema,
});
export type InstrumentSource = z.infer<typeof instrumentSourceSchema>;

/** The whole instrument as people write it, in one piece: what a draft holds and a YAML export contains. */
export const instrumentSourcesSchema = z.strictObject({
  instrument: instrumentSourceSchema,
  blocks: z.array(blockSourceSchema),
  dimensions: z.array(dimensionSourceSchema).check(z.minLength(1)),
});
export type InstrumentSources = z.infer<typeof instrumentSourcesSchema>;
