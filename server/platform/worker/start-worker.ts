import { codeOf } from '../database/database-faults.ts';
import { DomainError } from '../domain-error.ts';
import { deliverDueMails } from '../mail/deliver-due-mails.ts';
import type { Delivery } from '../mail/deliver-mail.ts';
import type { Bell } from './bell.ts';
import { createPause } from './pause.ts';

const roundMs = 1000;
const afterFaultMs = 5000;
const hourMs = 60 * 60 * 1000;
const finishWithinMs = 8000;

export type Worker = {
  /** Finishes the mails it is at, or lets go of them in time. Takes no new ones. */
  stop(): Promise<void>;
};

/** A fault without its message, which could hold what it was about. */
function describeFault(error: unknown): object {
  const cause = error instanceof DomainError ? error.cause : error;
  const frames = cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { name: cause instanceof Error ? cause.name : typeof cause, code: codeOf(cause), frames };
}

export type WorkerParts = {
  readonly delivery: Delivery;
  readonly bell: Bell;
  /** Done once an hour, each for itself. Several processes may do them at once. */
  readonly hourly: readonly (() => Promise<void>)[];
};

/** The work that no request waits for: mail, and what is done every hour. One of these runs in each process. */
export function startWorker({ delivery, bell, hourly }: WorkerParts): Worker {
  const { clock, log } = delivery;
  const { wake, pause } = createPause();
  const abort = new AbortController();
  let isStopping = false;

  /** Resolves to false when the work has met a fault, which is told and ends nothing. */
  const attempt = (work: () => Promise<unknown>): Promise<boolean> =>
    work().then(
      () => true,
      (error: unknown) => {
        log.error(describeFault(error), 'the worker met a fault');
        return false;
      },
    );
  const deliver = async (): Promise<void> => {
    let hasMore = true;
    while (hasMore && !isStopping) hasMore = await deliverDueMails(delivery, abort.signal);
  };
  let hourBeganMs = Number.NEGATIVE_INFINITY;
  const doHourly = async (): Promise<void> => {
    if (clock.now().getTime() - hourBeganMs < hourMs) return;
    hourBeganMs = clock.now().getTime();
    for (const task of hourly) await attempt(task);
  };
  const run = async (): Promise<void> => {
    while (!isStopping) {
      const isWell = await attempt(deliver);
      await doHourly();
      if (!isStopping) await pause(isWell ? roundMs : afterFaultMs);
    }
  };

  const unlisten = bell.listen(wake);
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      unlisten();
      wake();
      const patience = setTimeout(() => abort.abort(), finishWithinMs);
      await running;
      clearTimeout(patience);
    },
  };
}
