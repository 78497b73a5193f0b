import * as z from 'zod/mini';

/** How firms with and without support are made comparable. Data with a version, and public. */
export const effectRulesSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** In hundredths of a level: two firms of a pair began no further from each other. */
  caliper: z.int().check(z.gte(0), z.lte(400)),
  confidencePercent: z.number().check(z.gte(50), z.lt(100)),
});
export type EffectRules = z.infer<typeof effectRulesSchema>;
