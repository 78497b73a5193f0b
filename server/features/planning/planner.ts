import { Worker } from 'node:worker_threads';
import type { MoveCost } from '#shared/domain/cohort/move-cost.ts';
import type { Outcome, PlanProgress } from '#shared/domain/cohort/outcome.ts';
import type { WorkerInput, WorkerTask } from './planner-worker.ts';

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly memoryBytes: number }
  | { readonly kind: 'costs'; readonly costs: readonly MoveCost[]; readonly memoryBytes: number };

export type Worked =
  | Exclude<WorkerMessage, { kind: 'progress' }>
  | { readonly kind: 'cancelled' }
  /** The worker ended without an answer: a fault, or no memory left. */
  | { readonly kind: 'failed'; readonly reason: string };

export type Watch = { readonly signal: AbortSignal; readonly onProgress?: (progress: PlanProgress) => void };

export type Planner = {
  /** Waits for its turn, and then for the answer. Resolves when no worker is left that works at it. */
  readonly work: (task: WorkerTask, watch: Watch) => Promise<Worked>;
  readonly isBusy: () => boolean;
  /** As many wait as may. */
  readonly isFull: () => boolean;
};

const wasmBytes = 1024 * 1024 * 1024;
const heapMegabytes = 512;
/** Of providers, each with one search: the last one waits half an hour at most. */
export const mostWaiting = 20;

type Parts = { readonly workerUrl?: URL; readonly memoryBytes?: number };

/** Plans one at a time, each in a thread of its own, which the process can end. */
export function createPlanner({ workerUrl, memoryBytes = wasmBytes }: Parts = {}): Planner {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const url = workerUrl ?? new URL('./planner-worker.ts', import.meta.url);
  return {
    isBusy: () => waiting > 0,
    isFull: () => waiting >= mostWaiting,
    work: (task, watch) => {
      if (waiting >= mostWaiting) return Promise.resolve({ kind: 'failed', reason: 'too many plans are waiting' });
      waiting += 1;
      const turn = last.then(() => runWorker(url, { task, memoryBytes }, watch));
      const done = turn.finally(() => {
        waiting -= 1;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
}

async function runWorker(url: URL, workerData: WorkerInput, { signal, onProgress }: Watch): Promise<Worked> {
  if (signal.aborted) return { kind: 'cancelled' };
  const worker = new Worker(url, { workerData, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  let onAbort = (): void => undefined;
  const answer = new Promise<Worked>((resolve) => {
    onAbort = () => resolve({ kind: 'cancelled' });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else resolve(message);
    });
    worker.once('error', (error: unknown) => {
      resolve({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    worker.once('exit', (code) => resolve({ kind: 'failed', reason: `the worker ended with ${code}` }));
  });
  signal.addEventListener('abort', onAbort);
  try {
    const worked = await answer;
    await worker.terminate();
    await ended;
    return worked;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
