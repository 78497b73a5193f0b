import type { MoveCost } from '#shared/domain/cohort/move-cost.ts';
import type { Outcome, PlanProgress } from '#shared/domain/cohort/outcome.ts';
import { createWorkQueue, type Worked as WorkedAny, type WorkQueue } from '../../platform/workers/work-queue.ts';
import type { WorkerTask } from './planner-worker.ts';

export type PlanDone =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly memoryBytes: number }
  | { readonly kind: 'costs'; readonly costs: readonly MoveCost[]; readonly memoryBytes: number };

export type Worked = WorkedAny<PlanDone>;
export type Planner = WorkQueue<WorkerTask, PlanProgress, PlanDone>;

const wasmBytes = 1024 * 1024 * 1024;
/** Of providers, each with one search: the last one waits half an hour at most. */
export const mostWaiting = 20;

type Parts = { readonly workerUrl?: URL; readonly memoryBytes?: number };

/** Plans one at a time, each in a process of its own, which can be ended. */
export function createPlanner({ workerUrl, memoryBytes = wasmBytes }: Parts = {}): Planner {
  const url = workerUrl ?? new URL('./planner-worker.ts', import.meta.url);
  return createWorkQueue({ url, memoryBytes, mostWaiting });
}
