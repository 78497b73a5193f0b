import * as z from 'zod/mini';
import { textKeySchema } from '../codes.ts';
import { instrumentSourcesSchema } from '../source.ts';
import { meaningSchema } from '../version/difference.ts';

/**
 * A version in the making. `translatedFrom` remembers, for each text whose Swedish has changed since its English
 * was written, the Swedish that the English translates; an empty record means that every translation is current.
 */
export const draftSchema = z.strictObject({
  sources: instrumentSourcesSchema,
  translatedFrom: z.record(textKeySchema, z.string()),
  /** By the code the words are kept under. */
  meanings: z.record(z.string(), meaningSchema),
});
export type Draft = z.infer<typeof draftSchema>;
