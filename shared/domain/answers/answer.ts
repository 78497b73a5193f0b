import * as z from 'zod/mini';
import { wordCodeSchema } from '../instrument/codes.ts';

export const levelSchema = z.int().check(z.gte(0), z.lte(4));

/** NUL and lone surrogates are refused: PostgreSQL cannot hold the first and silently changes the second. */
const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
export const storableTextSchema = z.string().check(z.refine(isStorableText, { error: 'text-not-storable' }));

export const answerValueSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('level'), level: levelSchema }),
  z.strictObject({ state: z.literal('choice'), choice: wordCodeSchema }),
  z.strictObject({ state: z.literal('choices'), choices: z.array(wordCodeSchema).check(z.maxLength(20)) }),
  z.strictObject({ state: z.literal('number'), number: z.number() }),
  z.strictObject({ state: z.literal('yes-no'), yes: z.boolean() }),
  z.strictObject({
    state: z.literal('text'),
    text: storableTextSchema.check(z.minLength(1), z.maxLength(4000)),
  }),
  z.strictObject({ state: z.literal('dont-know') }),
  z.strictObject({ state: z.literal('not-applicable') }),
]);
export type AnswerValue = z.infer<typeof answerValueSchema>;

/** What a respondent has said of one item. `value` is null when it was withdrawn or only commented. */
export const answerSchema = z.strictObject({
  value: z.nullable(answerValueSchema),
  comment: storableTextSchema.check(z.maxLength(1000)),
});
export type Answer = z.infer<typeof answerSchema>;

/** Answers of one response by item code. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
