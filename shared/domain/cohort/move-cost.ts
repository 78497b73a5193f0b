import * as z from 'zod/mini';
import type { Lock, Plan, PlanProblem } from './problem.ts';

/** What the plan is worth less when the firm is put elsewhere: found by solving again, not estimated. */
export const moveCostSchema = z.strictObject({
  /** Null: in none of the editions. */
  editionId: z.nullable(z.uuid()),
  answer: z.enum(['exact', 'at-most', 'as-good', 'impossible', 'out-of-time']),
  /**
   * Points by which the best plan found with the firm there is worth less than the plan asked about; at most that when
   * time ran out. `as-good`: 0 or less, of a plan that was not proven best. Null when there is no such plan.
   */
  cost: z.nullable(z.number()),
  /** How many other firms then come to stand elsewhere than in the plan. */
  othersMoved: z.int(),
});
export type MoveCost = z.infer<typeof moveCostSchema>;

/** The problem with the firm put there, in place of what was locked about it. */
export function lockedInto(problem: PlanProblem, firmId: string, editionId: string | null): PlanProblem {
  const lock: Lock = editionId === null ? { kind: 'nowhere', firmId } : { kind: 'in', firmId, editionId };
  const locks = problem.rules.locks.filter((each) => each.firmId !== firmId);
  return { ...problem, rules: { ...problem.rules, locks: [...locks, lock] } };
}

/** Firms, but for this one, that are not in the same editions by both plans. */
export function countMoved(before: Plan, after: Plan, firmId: string): number {
  const keysOf = ({ assignments }: Plan): ReadonlyMap<string, string> =>
    new Map(assignments.map((each) => [`${each.firmId} ${each.editionId}`, each.firmId]));
  const [one, other] = [keysOf(before), keysOf(after)];
  const moved = [...one].filter(([key]) => !other.has(key)).concat([...other].filter(([key]) => !one.has(key)));
  return new Set(moved.map(([, id]) => id).filter((id) => id !== firmId)).size;
}
