import type { makeRelease, ReleaseInput } from '#shared/domain/benchmark/make-release.ts';
import type { EffectInput, MadeEffect } from '#shared/domain/effect/make-effect.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { createWorkQueue, type Worked as WorkedAny, type WorkQueue } from '../../platform/workers/work-queue.ts';
import { countBuilding } from './repository.ts';

/** A release of either kind, with all that is needed to build it. */
export type BuildTask =
  | { readonly kind: 'levels'; readonly input: ReleaseInput }
  | { readonly kind: 'effect'; readonly input: EffectInput };

export type Built = {
  readonly kind: 'made';
  readonly made: ReturnType<typeof makeRelease> | MadeEffect;
  readonly solver: string;
  readonly seconds: number;
};

/** Measures that are done. */
export type BuildProgress = { readonly measures: number };
export type Worked = WorkedAny<Built>;
export type ReleaseBuilder = WorkQueue<BuildTask, BuildProgress, Built>;

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

/** Releases one at a time, each in a process of its own, which can be ended. */
export function createReleaseBuilder(): ReleaseBuilder {
  const url = new URL('./release-worker.ts', import.meta.url);
  return createWorkQueue({ url, memoryBytes: wasmBytes, mostWaiting });
}
