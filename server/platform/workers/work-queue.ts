import { setTimeout } from 'node:timers/promises';
import type { Failed } from './serve-task.ts';
import { startWorker } from './worker-process.ts';

export type Progress<Told> = { readonly kind: 'progress'; readonly progress: Told };

/** What a worker says: how far it is, any number of times, and once what came of it. */
type WorkerMessage<Told, Done> = Progress<Told> | Done | Failed;

export type Worked<Done> =
  | Done
  | { readonly kind: 'cancelled' }
  /** A fault, or the worker ended without an answer: no memory left. */
  | Failed;

export type Watch<Told> = { readonly signal: AbortSignal; readonly onProgress?: (progress: Told) => void };

/** Done with the answer before the turn of the next one, which may have to know of it. */
export type BeforeNext<Done> = (worked: Worked<Done>) => Promise<void>;

/** Asked for the task when its turn has come; null when there is none any more. */
export type Asked<Task> = (signal: AbortSignal) => Promise<Task | null>;

export type WorkQueue<Task extends object, Told, Done> = {
  /**
   * Waits for its turn, and then for the answer. Resolves when no worker is left that works at it, and at once for what is
   * called off while it waits, which then takes no place any more; rejects when asking for the task fails.
   */
  readonly work: (task: Task | Asked<Task>, watch: Watch<Told>, beforeNext?: BeforeNext<Done>) => Promise<Worked<Done>>;
  readonly isBusy: () => boolean;
  /** As many wait as may. */
  readonly isFull: () => boolean;
};

/** What a worker is given. */
export type WorkerInput<Task> = { readonly task: Task; readonly memoryBytes: number };

export type WorkerLimits = {
  readonly url: URL;
  /** Of WebAssembly, for which the limit of the heap does not hold. */
  readonly memoryBytes: number;
  readonly mostWaiting: number;
};

const heapMegabytes = 512;
/** So long a worker that has answered is given to end by itself. */
const toEndMs = 2000;

/** Hard work one task at a time, each in a process of its own, which can be ended. */
export function createWorkQueue<Task extends object, Told, Done extends { readonly kind: string }>({
  url,
  memoryBytes,
  mostWaiting,
}: WorkerLimits): WorkQueue<Task, Told, Done> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    isBusy: () => waiting > 0,
    isFull: () => waiting >= mostWaiting,
    work: async (task, watch, beforeNext = async () => undefined) => {
      const take = async (): Promise<Worked<Done>> => {
        if (watch.signal.aborted) return { kind: 'cancelled' };
        const asked = typeof task === 'function' ? await task(watch.signal) : task;
        if (asked === null) return { kind: 'cancelled' };
        return runWorker<Task, Told, Done>(url, { task: asked, memoryBytes }, watch);
      };
      const andThen = async (worked: Worked<Done>): Promise<Worked<Done>> => {
        await beforeNext(worked);
        return worked;
      };
      if (waiting >= mostWaiting) return andThen({ kind: 'failed', reason: 'too many are waiting' });
      waiting += 1;
      const before = last;
      const turn = turnAfter(before, watch.signal);
      const done = turn
        .then(async (come) => andThen(come === 'come' ? await take() : { kind: 'cancelled' }))
        .finally(() => {
          waiting -= 1;
        });
      last = Promise.allSettled([before, done]);
      return done;
    },
  };
}

/** Whether the turn comes, or whoever waits for it leaves before. */
async function turnAfter(before: Promise<unknown>, signal: AbortSignal): Promise<'come' | 'left'> {
  if (signal.aborted) return 'left';
  let onAbort = (): void => undefined;
  const left = new Promise<'left'>((resolve) => {
    onAbort = () => resolve('left');
  });
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([before.then(() => 'come' as const), left]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function runWorker<Task extends object, Told, Done extends { readonly kind: string }>(
  url: URL,
  input: WorkerInput<Task>,
  { signal, onProgress }: Watch<Told>,
): Promise<Worked<Done>> {
  if (signal.aborted) return { kind: 'cancelled' };
  const worker = startWorker(url, heapMegabytes);
  let onAbort = (): void => undefined;
  const answer = new Promise<Worked<Done>>((resolve) => {
    onAbort = () => resolve({ kind: 'cancelled' });
    worker.process.on('message', (message) => {
      const said = message as WorkerMessage<Told, Done>;
      if (isProgress(said)) onProgress?.(said.progress);
      else resolve(said);
    });
    void worker.ended.then((how) => resolve({ kind: 'failed', reason: `the worker ended with ${how}` }));
  });
  signal.addEventListener('abort', onAbort);
  try {
    // A worker that is gone before it could be given its task has ended, which is waited for below.
    if (worker.process.connected) worker.process.send(input, () => undefined);
    const worked = await answer;
    // What has answered ends by itself: cutting it off in the middle of that gains nothing.
    if (worked.kind !== 'cancelled') await Promise.race([worker.ended, setTimeout(toEndMs, undefined, { ref: false })]);
    await worker.end();
    return worked;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function isProgress<Told, Done extends { readonly kind: string }>(
  message: WorkerMessage<Told, Done>,
): message is Progress<Told> {
  return message.kind === 'progress';
}
