import type { makeRelease, ReleaseInput } from '#shared/domain/benchmark/make-release.ts';
import {
  createThreadQueue,
  type ThreadMessage,
  type ThreadQueue,
  type Worked as WorkedThread,
} from '../../platform/threads/thread-queue.ts';

type Done = {
  readonly kind: 'made';
  readonly made: ReturnType<typeof makeRelease>;
  readonly solver: string;
  readonly seconds: number;
};

/** Measures that are done. */
export type BuildProgress = { readonly measures: number };
export type BuilderMessage = ThreadMessage<BuildProgress, Done>;
export type Worked = WorkedThread<Done>;
export type ReleaseBuilder = ThreadQueue<ReleaseInput, BuildProgress, Done>;

const wasmBytes = 1024 * 1024 * 1024;
/** Of three regions, each with one at a time. */
const mostWaiting = 6;

/** Releases one at a time, each in a thread of its own, which the process can end. */
export function createReleaseBuilder(): ReleaseBuilder {
  const url = new URL('./release-worker.ts', import.meta.url);
  return createThreadQueue({ url, memoryBytes: wasmBytes, mostWaiting });
}
