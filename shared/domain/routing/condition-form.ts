import type { RoutingCondition } from './routing-condition.ts';

/** Groups that a form shows within each other: a group, a group in it, and one more. */
export const deepestGroup = 3;

/** How many groups and denials stand around the innermost fact. */
function depthOf(condition: RoutingCondition): number {
  if ('all' in condition) return 1 + Math.max(...condition.all.map(depthOf));
  if ('any' in condition) return 1 + Math.max(...condition.any.map(depthOf));
  return 'not' in condition ? 1 + depthOf(condition.not) : 0;
}

/** What only rules of the whole catalogue ask about, not a package. */
function asksOfRules(condition: RoutingCondition): boolean {
  if ('all' in condition) return condition.all.some(asksOfRules);
  if ('any' in condition) return condition.any.some(asksOfRules);
  if ('not' in condition) return asksOfRules(condition.not);
  return 'sharedNeedWithoutCohort' in condition;
}

/** Whether the form has fields for all of the condition. */
export function fitsForm(condition: RoutingCondition): boolean {
  return depthOf(condition) <= deepestGroup && !asksOfRules(condition);
}
