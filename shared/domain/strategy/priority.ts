import * as z from 'zod/mini';
import { localisedTextSchema } from '../language.ts';
import { priorityCodeSchema } from '../routing/strategy-step.ts';
import { challengeCodeSchema } from './outline.ts';
import { linesSchema, sourceSchema } from './passage.ts';

export const strengths = ['strong', 'partly', 'weak'] as const;
const strengthSchema = z.enum(strengths);
/** How much a priority answers a challenge: our reading, the strategy has no such table. */
export type Strength = z.infer<typeof strengthSchema>;

/** What is told of a priority beside its name and steps, which the catalogue of packages has. */
export const priorityContentSchema = z.strictObject({
  code: priorityCodeSchema,
  /** A horizontal one runs through the others or carries them. */
  kind: z.enum(['core', 'horizontal']),
  aim: localisedTextSchema,
  lines: linesSchema,
  source: sourceSchema,
  /** What else the document calls it, in its own language. */
  aliases: z.array(z.strictObject({ name: z.string().check(z.minLength(1)), source: sourceSchema })),
  /** By challenge; one that is left out is not answered. */
  answers: z.record(challengeCodeSchema, strengthSchema),
});
