import * as z from 'zod/mini';
import { languageSchema } from '../language.ts';

/**
 * What a link to a result can show. `levels`: the sentence, and the level of every area. `stage`: the staged level and what
 * stands in the way of the next. `answers`: the answers behind the levels, without comments. `suggestions`: support
 * packages, as they were suggested. `change`: since an earlier round. A link shows the parts that it was made with: a part
 * that is added here later is in none from before.
 */
export const sharedParts = ['levels', 'stage', 'answers', 'suggestions', 'change'] as const;
export type SharedPart = (typeof sharedParts)[number];

/** How many days a link can last. */
export const linkDays = [7, 30, 90, 180] as const;

/** What is chosen to be shown, and in which language the recipient is met. */
export const shareChoiceSchema = z.strictObject({
  parts: z.array(z.enum(sharedParts)).check(
    z.minLength(1),
    z.refine((parts: readonly string[]) => new Set(parts).size === parts.length, { error: 'part-repeated' }),
  ),
  showsFirmName: z.boolean(),
  language: languageSchema,
});
export type ShareChoice = z.infer<typeof shareChoiceSchema>;

/** What one result has to show. */
export type Shareable = Readonly<Record<SharedPart, boolean>>;

/** Those of the chosen parts that this result does not have. */
export const partsMissing = (parts: readonly SharedPart[], shareable: Shareable): SharedPart[] =>
  parts.filter((part) => !shareable[part]);
