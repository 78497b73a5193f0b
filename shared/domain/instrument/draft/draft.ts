import * as z from 'zod/mini';
import { localisedTextSchema } from '../../language.ts';
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
  /** Texts that were taken away, each English with the Swedish it translates: one that comes back is judged by it. */
  removed: z.optional(z.record(textKeySchema, localisedTextSchema)),
});
export type Draft = z.infer<typeof draftSchema>;
