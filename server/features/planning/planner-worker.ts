import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../../platform/solver/highs.ts';
import { limitMemory } from '../../platform/threads/limit-memory.ts';
import type { ThreadInput } from '../../platform/threads/thread-queue.ts';
import { type CostTask, findCosts } from './find-costs.ts';
import { findPlan, type PlanTask } from './find-plan.ts';
import type { WorkerMessage } from './planner.ts';

export type WorkerTask = ({ readonly kind: 'plan' } & PlanTask) | ({ readonly kind: 'costs' } & CostTask);

const tellEveryMs = 200;

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function work({ task, memoryBytes }: ThreadInput<WorkerTask>): Promise<void> {
  limitMemory(memoryBytes);
  const solver = await loadSolver();
  const now = () => performance.now();
  if (task.kind === 'costs') {
    tell({ kind: 'costs', costs: findCosts(task, solver, now), memoryBytes: solver.memoryBytes() });
    return;
  }
  let toldMs = Number.NEGATIVE_INFINITY;
  let phase = '';
  const outcome = findPlan(task, solver, {
    now,
    onProgress: (progress) => {
      if (progress.phase === phase && now() - toldMs < tellEveryMs) return;
      toldMs = now();
      phase = progress.phase;
      tell({ kind: 'progress', progress });
    },
  });
  tell({ kind: 'outcome', outcome, memoryBytes: solver.memoryBytes() });
}

await work(workerData as ThreadInput<WorkerTask>);
