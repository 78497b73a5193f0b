import { describeFault } from '../describe-fault.ts';
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

export type WorkerParts = {
  readonly delivery: Delivery;
  readonly bell: Bell;
  /** Done once an hour, each for itself. Several processes may do them at once. */
  readonly hourly: readonly (() => Promise<void>)[];
  /** Done in rounds of their own, so that none keeps the mail waiting. Each says whether there may be more at once. */
  readonly beside?: readonly ((signal: AbortSignal) => Promise<boolean>)[];
};

/** The work that no request waits for: mail, and what is done every hour. One of these runs in each process. */
export function startWorker({ delivery, bell, hourly, beside = [] }: WorkerParts): Worker {
  const { clock, log } = delivery;
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
  const untilDone = async (work: (signal: AbortSignal) => Promise<boolean>): Promise<void> => {
    let hasMore = true;
    while (hasMore && !isStopping) hasMore = await work(abort.signal);
  };
  let hourBeganMs = Number.NEGATIVE_INFINITY;
  const doHourly = async (): Promise<void> => {
    if (clock.now().getTime() - hourBeganMs < hourMs) return;
    hourBeganMs = clock.now().getTime();
    for (const task of hourly) await attempt(task);
  };
  /** Round after round, which a ring begins early; `between` is done once in each, whatever became of the work. */
  const begin = (work: (signal: AbortSignal) => Promise<boolean>, between = async (): Promise<void> => undefined) => {
    const { wake, pause } = createPause();
    const unlisten = bell.listen(wake);
    const run = async (): Promise<void> => {
      while (!isStopping) {
        const isWell = await attempt(() => untilDone(work));
        await between();
        if (!isStopping) await pause(isWell ? roundMs : afterFaultMs);
      }
    };
    const end = () => {
      unlisten();
      wake();
    };
    return { end, running: run() };
  };

  const rounds = [begin((signal) => deliverDueMails(delivery, signal), doHourly), ...beside.map((work) => begin(work))];
  return {
    stop: async () => {
      isStopping = true;
      for (const { end } of rounds) end();
      const patience = setTimeout(() => abort.abort(), finishWithinMs);
      await Promise.all(rounds.map(({ running }) => running));
      clearTimeout(patience);
    },
  };
}
