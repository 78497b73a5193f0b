import { type BuiltModel, buildModel } from '#shared/domain/cohort/build-model.ts';
import { checkPlan } from '#shared/domain/cohort/check-plan.ts';
import type { ConstraintGroup } from '#shared/domain/cohort/constraint-group.ts';
import { findClash } from '#shared/domain/cohort/find-clash.ts';
import type { Outcome, PlanProgress } from '#shared/domain/cohort/outcome.ts';
import type { Assignment, Plan, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { readSolution } from '#shared/domain/cohort/read-solution.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import type { Answer, Solver } from '../../platform/solver/highs.ts';

export type PlanTask = {
  readonly problem: PlanProblem;
  readonly previous: readonly Assignment[];
  readonly secondsToSolve: number;
  readonly secondsToFindClash: number;
};

type Watching = {
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly onProgress: (progress: PlanProgress) => void;
};

const inSeconds = (ms: number): number => Math.round(ms) / 1000;

/** Builds the program, solves it, and makes sure that the plan keeps to the rules before anybody sees it. */
export function findPlan(task: PlanTask, solver: Solver, { now, onProgress }: Watching): Outcome {
  const { problem, previous, secondsToSolve } = task;
  const startedMs = now();
  const tell = (progress: Pick<PlanProgress, 'phase'> & Partial<PlanProgress>): void =>
    onProgress({ best: null, bound: null, seconds: inSeconds(now() - startedMs), ...progress });
  tell({ phase: 'building' });
  const built = buildModel(problem, { previous });
  tell({ phase: 'solving' });
  const answer = solver.solve(built.model, {
    seconds: secondsToSolve,
    onBounds: ({ best, bound }) =>
      tell({ phase: 'solving', best: inPoints(built, best), bound: inPoints(built, bound) }),
  });
  const model = { columns: built.model.columns.length, rows: built.model.rows.length };
  const searched = () => ({ seconds: inSeconds(now() - startedMs), solver: solver.name, model });
  switch (answer.kind) {
    case 'optimal':
      return {
        status: 'optimal',
        plan: checked(built, answer),
        ...searched(),
      };
    case 'feasible': {
      const gapPercent = Math.ceil(100 * answer.gapPercent) / 100;
      const plan = checked(built, answer);
      return { status: 'feasible', plan, gapPercent, ...searched() };
    }
    case 'out-of-time':
      return { status: 'none-in-time', ...searched() };
    case 'infeasible': {
      tell({ phase: 'finding-clash' });
      const clash = findClash(problem, askWithin(task, solver, now));
      return { status: 'infeasible', clash: [...clash.groups], isIrreducible: clash.isIrreducible, ...searched() };
    }
  }
}

const inPoints = ({ perPoint }: BuiltModel, sum: number | null): number | null =>
  sum === null ? null : sum / perPoint;

/** The plan keeps to the rules, and is worth what the solver took it to be worth, but for what breaks ties. */
function checked(built: BuiltModel, { values, gain: sum }: Extract<Answer, { kind: 'optimal' | 'feasible' }>): Plan {
  const { problem } = built;
  const plan = readSolution(built, values);
  const gain = sum / built.perPoint;
  const faults = checkPlan(problem, plan);
  if (faults.length > 0) throw new Error(`the solver's plan breaks rules: ${faults.join(', ')}`);
  const { total } = scorePlan(problem, plan);
  if (Math.abs(gain - total) > 0.6) throw new Error(`the plan is worth ${total} points and was solved for ${gain}`);
  return plan;
}

function askWithin({ problem, secondsToFindClash }: PlanTask, solver: Solver, now: () => number) {
  const endsMs = now() + 1000 * secondsToFindClash;
  return (active: readonly ConstraintGroup[]): boolean | null => {
    const seconds = (endsMs - now()) / 1000;
    if (seconds <= 0) return null;
    const answer = solver.solve(buildModel(problem, { active }).model, { seconds, isFeasibilityOnly: true });
    return answer.kind === 'out-of-time' ? null : answer.kind !== 'infeasible';
  };
}
