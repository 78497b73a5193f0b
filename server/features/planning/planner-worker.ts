import type { PlanProgress } from '#shared/domain/cohort/outcome.ts';
import { loadSolver } from '../../platform/solver/highs.ts';
import { limitMemory } from '../../platform/workers/limit-memory.ts';
import { serveTask, tell } from '../../platform/workers/serve-task.ts';
import type { Progress, WorkerInput } from '../../platform/workers/work-queue.ts';
import { type CostTask, findCosts } from './find-costs.ts';
import { findPlan, type PlanTask } from './find-plan.ts';
import type { PlanDone } from './planner.ts';

export type WorkerTask = ({ readonly kind: 'plan' } & PlanTask) | ({ readonly kind: 'costs' } & CostTask);

const tellEveryMs = 200;

async function work({ task, memoryBytes }: WorkerInput<WorkerTask>): Promise<PlanDone> {
  limitMemory(memoryBytes);
  const solver = await loadSolver();
  const now = () => performance.now();
  if (task.kind === 'costs') {
    return { kind: 'costs', costs: findCosts(task, solver, now), memoryBytes: solver.memoryBytes() };
  }
  let toldMs = Number.NEGATIVE_INFINITY;
  let phase = '';
  const outcome = findPlan(task, solver, {
    now,
    onProgress: (progress) => {
      if (progress.phase === phase && now() - toldMs < tellEveryMs) return;
      toldMs = now();
      phase = progress.phase;
      tell({ kind: 'progress', progress } satisfies Progress<PlanProgress>);
    },
  });
  return { kind: 'outcome', outcome, memoryBytes: solver.memoryBytes() };
}

await serveTask(work);
