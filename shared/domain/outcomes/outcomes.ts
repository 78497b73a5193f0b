import * as z from 'zod/mini';
import { shownCountSchema, shownRowsSchema } from '../achievement/achievement.ts';

/** What is said of a package in a period. A code that is not there is not shown, as a count that is null. */
export const outcomesSchema = z.object({
  /** A calendar year; null for everything since the start. */
  year: z.nullable(z.int()),
  total: shownCountSchema,
  byPlace: shownRowsSchema,
  /** Empty where they cannot be shown together with the sums of all years. */
  byOutcome: shownRowsSchema,
  /** What divides an outcome further: reasons of what was declined, where what was accepted has come. */
  byDetail: z.array(z.object({ outcome: z.string(), rows: shownRowsSchema })),
  /** By the number of the version of the catalogue that suggested it; of single years. */
  byVersion: shownRowsSchema,
});
export type Outcomes = z.infer<typeof outcomesSchema>;

/** What a rule that brought the package in has come to since the start. Of it, as of a period, but not where it stood. */
const ruleOutcomesSchema = z.object({
  ruleId: z.string(),
  total: shownCountSchema,
  byOutcome: shownRowsSchema,
  byDetail: z.array(z.object({ outcome: z.string(), rows: shownRowsSchema })),
});
export type RuleOutcomes = z.infer<typeof ruleOutcomesSchema>;

const periodsSchema = z.array(outcomesSchema);

export const packageOutcomesSchema = z.object({
  packageCode: z.string(),
  /** Since the start first, then year by year. */
  suggestions: periodsSchema,
  requests: periodsSchema,
  placements: periodsSchema,
  rules: z.array(ruleOutcomesSchema),
});
export type PackageOutcomes = z.infer<typeof packageOutcomesSchema>;

export const askedSchema = z.object({ dimension: z.string(), total: shownCountSchema, byYear: shownRowsSchema });
export type Asked = z.infer<typeof askedSchema>;
