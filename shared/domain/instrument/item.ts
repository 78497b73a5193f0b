import * as z from 'zod/mini';
import { sizeClassSchema } from '../firm/firm-profile.ts';
import { itemCodeSchema, wordCodeSchema } from './codes.ts';
import { conditionSchema } from './condition.ts';

/** Points are 0-4 in steps of a quarter: exact in binary, so that no sum depends on its order. */
export const pointsSchema = z.number().check(z.gte(0), z.lte(4), z.multipleOf(0.25));

/** What the answer is for. Only `score` items enter a dimension's score. */
export const itemPurposes = ['score', 'importance', 'wish', 'context'] as const;
export const itemPurposeSchema = z.enum(itemPurposes);
export type ItemPurpose = z.infer<typeof itemPurposeSchema>;

const itemBase = {
  code: itemCodeSchema,
  /** Prefix of its texts; several items may share one (`importance`). */
  textCode: z.string(),
  purpose: itemPurposeSchema,
  /** Whole number, so that weighted sums are exact. */
  weight: z.int().check(z.gte(0), z.lte(10)),
  allowsDontKnow: z.boolean(),
  allowsNotApplicable: z.boolean(),
  appliesWhen: z.optional(conditionSchema),
  /** Which size classes each size note of the texts is for, in order. */
  sizeNotes: z.array(z.array(sizeClassSchema)),
};

/** Most choices of a question, by its kind. */
export const mostChoices = { 'single-choice': 12, 'multiple-choice': 20 } as const;

const choiceSchema = z.strictObject({ code: wordCodeSchema, points: z.optional(pointsSchema) });

export const ladderItemSchema = z.strictObject({ ...itemBase, kind: z.literal('ladder') });
export const singleChoiceItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal('single-choice'),
  choices: z.array(choiceSchema).check(z.minLength(2), z.maxLength(mostChoices['single-choice'])),
});
export const multipleChoiceItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal('multiple-choice'),
  choices: z.array(choiceSchema).check(z.minLength(2), z.maxLength(mostChoices['multiple-choice'])),
});
export const numberItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal('number'),
  minimum: z.number(),
  maximum: z.number(),
  decimals: z.int().check(z.gte(0), z.lte(4)),
});
export const yesNoItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal('yes-no'),
  points: z.optional(z.strictObject({ yes: pointsSchema, no: pointsSchema })),
});
export const textItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal('text'),
  maximumLength: z.int().check(z.gte(1), z.lte(4000)),
});

export const itemSchema = z.discriminatedUnion('kind', [
  ladderItemSchema,
  singleChoiceItemSchema,
  multipleChoiceItemSchema,
  numberItemSchema,
  yesNoItemSchema,
  textItemSchema,
]);
export type Item = z.infer<typeof itemSchema>;
