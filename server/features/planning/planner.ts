import type { MoveCost } from '#shared/domain/cohort/move-cost.ts';
import type { Outcome, PlanProgress } from '#shared/domain/cohort/outcome.ts';
import {
  createThreadQueue,
  type ThreadMessage,
  type ThreadQueue,
  type Worked as WorkedThread,
} from '../../platform/threads/thread-queue.ts';
import type { WorkerTask } from './planner-worker.ts';

type Done =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly memoryBytes: number }
  | { readonly kind: 'costs'; readonly costs: readonly MoveCost[]; readonly memoryBytes: number };

export type WorkerMessage = ThreadMessage<PlanProgress, Done>;
export type Worked = WorkedThread<Done>;
export type Planner = ThreadQueue<WorkerTask, PlanProgress, Done>;

const wasmBytes = 1024 * 1024 * 1024;
/** Of providers, each with one search: the last one waits half an hour at most. */
export const mostWaiting = 20;

type Parts = { readonly workerUrl?: URL; readonly memoryBytes?: number };

/** Plans one at a time, each in a thread of its own, which the process can end. */
export function createPlanner({ workerUrl, memoryBytes = wasmBytes }: Parts = {}): Planner {
  const url = workerUrl ?? new URL('./planner-worker.ts', import.meta.url);
  return createThreadQueue({ url, memoryBytes, mostWaiting });
}
