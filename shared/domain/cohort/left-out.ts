import { needFor } from './pair.ts';
import type { Plan, PlanFirm, PlanProblem } from './problem.ts';
import { type WhyNot, whyNotBy } from './why-not.ts';

export type LeftOutReason = { readonly editionId: string; readonly why: WhyNot };
export type LeftOutFirm = { readonly firm: PlanFirm; readonly reasons: readonly LeftOutReason[] };

/** The firms with the need that the plan gives no place, and why of each edition that they need. */
export function listLeftOut(problem: PlanProblem, plan: Plan): LeftOutFirm[] {
  const given = new Set(plan.assignments.map(({ firmId }) => firmId));
  const why = whyNotBy(problem, plan);
  return problem.firms
    .filter(({ firmId, needs, placedIn }) => needs.length > 0 && placedIn.length === 0 && !given.has(firmId))
    .map((firm) => ({
      firm,
      reasons: problem.editions.flatMap((edition): LeftOutReason[] => {
        const found = needFor(firm, edition) === undefined ? undefined : why(firm, edition);
        return found === undefined ? [] : [{ editionId: edition.editionId, why: found }];
      }),
    }));
}

/** How many of the firms have each kind of reason, in some edition. */
export function countReasons(leftOut: readonly LeftOutFirm[]): ReadonlyMap<WhyNot['kind'], number> {
  const counts = new Map<WhyNot['kind'], number>();
  for (const { reasons } of leftOut)
    for (const kind of new Set(reasons.map(({ why }) => why.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
