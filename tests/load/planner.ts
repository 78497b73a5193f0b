import { createPlanner, type Planner } from '#server/features/planning/planner.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { largePlan } from '../support/large-plan.ts';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const limits = { previous: [], secondsToSolve: 60, secondsToFindClash: 20 };
const never = new AbortController().signal;

async function measurePlan(planner: Planner, firms: number, seed: number): Promise<string> {
  const problem = largePlan(firms, seed);
  const worked = await planner.work({ kind: 'plan', problem, ...limits }, { signal: never });
  if (worked.kind !== 'outcome') throw new Error(`${firms} firms: ${JSON.stringify(worked)}`);
  const { outcome, memoryBytes } = worked;
  const gap = outcome.status === 'feasible' ? ` gap ${outcome.gapPercent} %` : '';
  const points = 'plan' in outcome ? scorePlan(problem, outcome.plan).total : '-';
  const { columns, rows } = outcome.model;
  return (
    `${firms} firms, draw ${seed}: ${outcome.status}${gap} in ${outcome.seconds} s, ${columns} variables, ` +
    `${rows} rows, ${points} points, solver memory ${megabytes(memoryBytes)}`
  );
}

async function measureClash(planner: Planner, firms: number): Promise<string> {
  const problem = largePlan(firms);
  const [first] = problem.firms.filter(({ placedIn }) => placedIn.length === 0);
  const [edition] = problem.editions;
  if (first === undefined || edition === undefined) throw new Error('nothing to lock');
  const { firmId } = first;
  const locks = [
    { kind: 'in' as const, firmId, editionId: edition.editionId },
    { kind: 'nowhere' as const, firmId },
  ];
  const clashing = { ...problem, rules: { ...problem.rules, locks } };
  const worked = await planner.work({ kind: 'plan', problem: clashing, ...limits }, { signal: never });
  if (worked.kind !== 'outcome' || worked.outcome.status !== 'infeasible') throw new Error(JSON.stringify(worked));
  const { clash, isIrreducible, seconds } = worked.outcome;
  return `${firms} firms, impossible: ${clash.length} rules clash, irreducible ${isIrreducible}, in ${seconds} s`;
}

/** Time, gap and memory of plans of six editions, and of finding out why one is impossible. */
export async function measurePlanner(say: (line: string) => void): Promise<void> {
  const planner = createPlanner();
  for (const firms of [50, 500, 2000]) {
    for (const seed of [1, 2, 3]) say(await measurePlan(planner, firms, seed));
  }
  for (const firms of [500, 2000]) say(await measureClash(planner, firms));
}
