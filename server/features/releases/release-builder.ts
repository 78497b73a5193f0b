import type { makeRelease, ReleaseInput } from '#shared/domain/benchmark/make-release.ts';
import type { EffectInput, MadeEffect } from '#shared/domain/effect/make-effect.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import {
  createThreadQueue,
  type ThreadMessage,
  type ThreadQueue,
  type Worked as WorkedThread,
} from '../../platform/threads/thread-queue.ts';
import { countBuilding } from './repository.ts';

/** A release of either kind, with all that is needed to build it. */
export type BuildTask =
  | { readonly kind: 'levels'; readonly input: ReleaseInput }
  | { readonly kind: 'effect'; readonly input: EffectInput };

type Done = {
  readonly kind: 'made';
  readonly made: ReturnType<typeof makeRelease> | MadeEffect;
  readonly solver: string;
  readonly seconds: number;
};

/** Measures that are done. */
export type BuildProgress = { readonly measures: number };
export type BuilderMessage = ThreadMessage<BuildProgress, Done>;
export type Worked = WorkedThread<Done>;
export type ReleaseBuilder = ThreadQueue<BuildTask, BuildProgress, Done>;

const wasmBytes = 1024 * 1024 * 1024;
/** Of one region, so that it does not keep the others waiting. */
const mostOfRegion = 2;
/** More than three regions may bring, with what they build again. */
const mostWaiting = 12;

/** For whoever is about to begin one: one that is built, and one that waits. */
export async function refuseTooMany(tx: Transaction, builder: ReleaseBuilder, organisationId: string): Promise<void> {
  if (builder.isFull() || (await countBuilding(tx, organisationId)) >= mostOfRegion)
    throw new DomainError('builder-busy');
}

/** Releases one at a time, each in a thread of its own, which the process can end. */
export function createReleaseBuilder(): ReleaseBuilder {
  const url = new URL('./release-worker.ts', import.meta.url);
  return createThreadQueue({ url, memoryBytes: wasmBytes, mostWaiting });
}
