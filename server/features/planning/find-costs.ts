import { buildModel } from '#shared/domain/cohort/build-model.ts';
import { countMoved, lockedInto, type MoveCost } from '#shared/domain/cohort/move-cost.ts';
import type { Plan, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { readSolution } from '#shared/domain/cohort/read-solution.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import type { Solver } from '../../platform/solver/highs.ts';

export type CostTask = {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  /** Whether no plan is worth more. */
  readonly isProven: boolean;
  readonly firmId: string;
  /** For all of the places together. */
  readonly seconds: number;
};

const whatIsKnown = { optimal: 'exact', feasible: 'at-most' } as const;

/** Solves the plan again with the firm in each edition where it is not, and with it in none. */
export function findCosts(
  { problem, plan, isProven, firmId, seconds }: CostTask,
  solver: Solver,
  now: () => number,
): MoveCost[] {
  const endsMs = now() + 1000 * seconds;
  const { total } = scorePlan(problem, plan);
  const current = new Set(plan.assignments.filter((each) => each.firmId === firmId).map(({ editionId }) => editionId));
  const firm = problem.firms.find((each) => each.firmId === firmId);
  const elsewhere = problem.editions
    .map(({ editionId }) => editionId)
    .filter((editionId) => !current.has(editionId) && firm?.placedIn.includes(editionId) !== true);
  const targets: (string | null)[] = [...elsewhere, ...(current.size === 0 ? [] : [null])];
  return targets.map((editionId): MoveCost => {
    const none = { editionId, cost: null, othersMoved: 0 };
    const left = (endsMs - now()) / 1000;
    if (left <= 0) return { ...none, answer: 'out-of-time' };
    const locked = lockedInto(problem, firmId, editionId);
    const built = buildModel(locked, { previous: plan.assignments });
    const answer = solver.solve(built.model, { seconds: left });
    if (answer.kind === 'infeasible') return { ...none, answer: 'impossible' };
    if (answer.kind === 'out-of-time') return { ...none, answer: 'out-of-time' };
    const found = readSolution(built, answer.values);
    const cost = total - scorePlan(locked, found).total;
    return {
      editionId,
      answer: !isProven && cost <= 0 ? 'as-good' : whatIsKnown[answer.kind],
      cost,
      othersMoved: countMoved(plan, found, firmId),
    };
  });
}
