import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a worker says when it could not do what it was given. */
export type Failed = { readonly kind: 'failed'; readonly reason: string };

export function tell(message: object): void {
  process.send?.(message);
}

const told = (message: object): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });

/*
 * In a thread of its own, since a worker that is busy hears nothing: whoever began it may be ended in a way that leaves no
 * time to end others.
 */
const watchParent = `
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 500);
`;

/** The whole life of a worker process: takes one task, answers it once, and ends. */
export async function serveTask<Task, Answer extends object>(work: (task: Task) => Promise<Answer>): Promise<void> {
  // Whoever asked is gone: nobody waits for the answer.
  process.once('disconnect', () => process.exit());
  new Worker(watchParent, { eval: true }).unref();
  const [task]: Task[] = await once(process, 'message');
  try {
    await told(await work(task as Task));
  } catch (error) {
    await told({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) } satisfies Failed);
  }
  process.disconnect();
}
