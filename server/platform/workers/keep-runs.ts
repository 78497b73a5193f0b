import type { FastifyInstance } from 'fastify';
import { describeFault } from '../describe-fault.ts';

export type Runs = {
  /** Goes off when the server closes. */
  readonly stop: AbortSignal;
  readonly logFault: (error: unknown) => void;
  /** Begins work that goes on after its request was answered. */
  readonly begin: (work: () => Promise<void>) => void;
};

/** Work that outlives its request: told to stop before the server waits for whoever waits for an answer, and waited for. */
export function keepRuns(app: FastifyInstance, faultMessage: string): Runs {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  app.addHook('preClose', async () => stop.abort());
  app.addHook('onClose', async () => {
    await Promise.allSettled(running);
  });
  const logFault = (error: unknown): void => app.log.error(describeFault(error), faultMessage);
  const begin = (work: () => Promise<void>): void => {
    const ran = work()
      .catch(logFault)
      .finally(() => running.delete(ran));
    running.add(ran);
  };
  return { stop: stop.signal, logFault, begin };
}
