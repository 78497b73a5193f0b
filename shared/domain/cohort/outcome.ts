import * as z from 'zod/mini';
import { constraintGroupSchema } from './constraint-group.ts';
import { planSchema } from './problem.ts';

const sizeOfModelSchema = z.strictObject({ columns: z.int(), rows: z.int() });

const searchedSchema = {
  seconds: z.number(),
  solver: z.string(),
  model: sizeOfModelSchema,
};

/** What came of looking for a plan. */
export const outcomeSchema = z.discriminatedUnion('status', [
  /** No plan is worth more; proven. */
  z.strictObject({ status: z.literal('optimal'), ...searchedSchema, plan: planSchema }),
  /** Time ran out: no plan is worth more than this many percent more. */
  z.strictObject({ status: z.literal('feasible'), ...searchedSchema, plan: planSchema, gapPercent: z.number() }),
  /** No plan keeps to every rule; these rules clash. */
  z.strictObject({
    status: z.literal('infeasible'),
    ...searchedSchema,
    clash: z.array(constraintGroupSchema),
    isIrreducible: z.boolean(),
  }),
  /** Time ran out before a plan was found, or shown to be impossible. */
  z.strictObject({ status: z.literal('none-in-time'), ...searchedSchema }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const planPhases = ['waiting', 'building', 'solving', 'finding-clash'] as const;

/** How far a search has come. */
export const planProgressSchema = z.strictObject({
  phase: z.enum(planPhases),
  seconds: z.number(),
  /** Points of the best plan so far, and the most that any plan can have; null until there are some. */
  best: z.nullable(z.number()),
  bound: z.nullable(z.number()),
});
export type PlanProgress = z.infer<typeof planProgressSchema>;
