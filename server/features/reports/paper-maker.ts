import { DomainError } from '../../platform/domain-error.ts';
import { createWorkQueue } from '../../platform/workers/work-queue.ts';
import type { PaperTask } from './telling.ts';

export type PaperDone = { readonly kind: 'made'; readonly bytes: Uint8Array };

export type PaperMaker = {
  /** Before anything is read for one that could not be made now. */
  readonly refuseWhenBusy: (whose: string) => void;
  readonly make: (whose: string, task: PaperTask, leaving: AbortSignal) => Promise<Buffer>;
};

/** Nothing that is written here uses it. */
const wasmBytes = 0;
/** As many as are made before the first of them is not waited for any more. */
const mostWaiting = 12;

/** Papers are made in a process of their own, so that everybody else is answered meanwhile; whoever leaves ends it. */
export function createPaperMaker(stop: AbortSignal): PaperMaker {
  const url = new URL('./paper-worker.ts', import.meta.url);
  const queue = createWorkQueue<PaperTask, never, PaperDone>({ url, memoryBytes: wasmBytes, mostWaiting });
  /** One at a time of a result, so that nobody fills the queue alone. */
  const making = new Set<string>();
  const refuseWhenBusy = (whose: string): void => {
    if (queue.isFull() || making.has(whose)) throw new DomainError('service-unavailable');
  };
  const make: PaperMaker['make'] = async (whose, task, leaving) => {
    refuseWhenBusy(whose);
    making.add(whose);
    const worked = await queue
      .work(task, { signal: AbortSignal.any([stop, leaving]) })
      .finally(() => making.delete(whose));
    if (worked.kind === 'cancelled') throw new DomainError('service-unavailable');
    if (worked.kind === 'failed') throw new Error(worked.reason);
    const { bytes } = worked;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  return { refuseWhenBusy, make };
}
