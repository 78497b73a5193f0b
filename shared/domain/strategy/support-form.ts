import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { priorityCodeSchema, strategyStepCodeSchema } from '../routing/strategy-step.ts';
import { challengeCodeSchema } from './outline.ts';
import { sourceSchema } from './passage.ts';

const supportFormCodeSchema = z.string().check(z.regex(/^S[1-9][0-9]?$/));

/** One kind of support that the strategy mentions. */
export const supportFormSchema = z.strictObject({
  code: supportFormCodeSchema,
  name: localisedTextSchema,
  /** Who gives it according to the strategy; null when it does not say. */
  givenBy: z.nullable(localisedTextSchema),
  note: z.optional(localisedTextSchema),
  challenges: z.array(challengeCodeSchema),
  /** Steps, or whole priorities where the strategy is no more precise. */
  serves: z.array(z.union([priorityCodeSchema, strategyStepCodeSchema])).check(z.minLength(1)),
  source: sourceSchema,
});
export type SupportForm = z.infer<typeof supportFormSchema>;

/** Something the strategy says is needed without naming support that would give it. */
export const needSchema = z.strictObject({
  code: wordCodeSchema,
  text: localisedTextSchema,
  /** What measures it here. */
  dimensions: z.array(dimensionCodeSchema),
  /** Support that reaches part of the way, in our reading. */
  nearest: z.array(supportFormCodeSchema),
  source: sourceSchema,
});

/** Whether a support form serves the priority: as a whole or by one of its steps. */
export function servesPriority({ serves }: Pick<SupportForm, 'serves'>, priority: string): boolean {
  return serves.some((code) => code === priority || code.startsWith(`${priority}.`));
}
