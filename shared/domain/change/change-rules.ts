import * as z from 'zod/mini';

/** What a change is judged by. Data with a version. */
export const changeRulesSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  standing: z.enum(['proposal', 'estimated']),
  /** Standard deviation of one answer between occasions at which nothing has changed, in hundredths of a level. */
  itemError: z.int().check(z.gte(1), z.lte(200)),
});
export type ChangeRules = z.infer<typeof changeRulesSchema>;

/** In levels. */
export const itemErrorOf = ({ itemError }: ChangeRules): number => itemError / 100;
