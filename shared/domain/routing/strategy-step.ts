import * as z from 'zod/mini';
import { localisedTextSchema } from '../language.ts';

export const priorityCodeSchema = z.string().check(z.regex(/^P[1-9]$/));
export const strategyStepCodeSchema = z.string().check(z.regex(/^P[1-9]\.[1-9]$/));

/** One of the strategy's priorities. */
export const prioritySchema = z.strictObject({ code: priorityCodeSchema, name: localisedTextSchema });

/** One of the strategy's steps; its code begins with its priority's. */
export const strategyStepSchema = z.strictObject({
  code: strategyStepCodeSchema,
  name: localisedTextSchema,
  source: z.string().check(z.minLength(1)),
});
