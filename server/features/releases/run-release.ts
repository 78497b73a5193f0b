import type { ReleaseInput } from '#shared/domain/benchmark/make-release.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { AnySpec } from '#shared/domain/effect/any-release.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import type { Clock } from '../../platform/clock.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import { stopStatements } from '../../platform/database/stop-statements.ts';
import type { AccessContext, Database, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { tellProgress } from '../../platform/workers/tell-progress.ts';
import {
  allowLongStatements,
  type Built,
  collectRelease,
  freezeInsiders,
  listInsiders,
  listTallies,
  noteReleaseProgress,
  readBefore,
  settleRelease,
} from './build-repository.ts';
import { collectEffect, keepEffectPairs, listEffectFirms, listEffectLevels } from './effect-repository.ts';
import type { BuildProgress, BuildTask, ReleaseBuilder, Worked } from './release-builder.ts';

export const ofWorker: AccessContext = { surface: 'worker' };
/** Counting comes before the measures. */
export const stepsBefore = 1;

/** How many steps building takes. */
export const stepsOf = ({ measures }: Pick<AnySpec, 'measures'>): number => stepsBefore + measures.length;

export type RunOf<Spec> = { readonly releaseId: string; readonly spec: Spec };
export type Run = RunOf<AnySpec>;

export type RunParts = {
  readonly database: Database;
  readonly builder: ReleaseBuilder;
  readonly clock: Clock;
  readonly logFault: (error: unknown) => void;
};

/** Counts the answers and builds the release from them. */
export async function runRelease(parts: RunParts, { releaseId, spec }: Run, stop: AbortSignal): Promise<void> {
  const { database, builder, clock, logFault } = parts;
  const note = (step: number) => inTransaction(database, ofWorker, (tx) => noteReleaseProgress(tx, releaseId, step));
  const settle = (built: Built | null) =>
    inTransaction(database, ofWorker, async (tx) => {
      if (built?.pairs !== undefined) await keepEffectPairs(tx, releaseId, built.pairs);
      await settleRelease(tx, releaseId, { built, now: clock.now() });
    });
  await tellProgress({ note, stop, logFault }, async ({ signal, onStep }) => {
    try {
      const ask = async (): Promise<BuildTask | null> => {
        const task = await ofOneMoment(database, signal, (tx) => count(tx, { releaseId, spec }));
        onStep(stepsBefore);
        return task;
      };
      const onProgress = ({ measures }: BuildProgress) => onStep(stepsBefore + measures);
      // Whoever comes next is compared with this one, if it may be looked at.
      await builder.work(ask, { signal, onProgress }, async (worked) => {
        if (worked.kind === 'failed') logFault(new Error(worked.reason));
        await settle(builtOf(worked));
      });
    } catch (error) {
      await settle(null);
      throw error;
    }
  });
}

/** Long work in one transaction that sees one moment. Null when nobody waits for it any more. */
export async function ofOneMoment<T>(
  database: Database,
  signal: AbortSignal,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await inTransaction(
      database,
      ofWorker,
      async (tx) => {
        await allowLongStatements(tx);
        return stopStatements(database, tx, { signal, work: () => work(tx) });
      },
      { isOfOneMoment: true, isRetriable: true },
    );
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function count(tx: Transaction, { releaseId, spec }: Run): Promise<BuildTask | null> {
  return 'kind' in spec ? countEffect(tx, { releaseId, spec }) : countLevels(tx, { releaseId, spec });
}

async function countLevels(tx: Transaction, { releaseId, spec }: RunOf<ReleaseSpec>): Promise<BuildTask | null> {
  if ((await collectRelease(tx, releaseId)) === null) return null;
  await freezeInsiders(tx, releaseId);
  const document = await readDocument(tx, { releaseId, spec });
  return { kind: 'levels', input: { ...document, ...(await readBefore(tx, releaseId)) } };
}

/** What the document of a release of levels comes from: the same as often as it is read, as long as no answer is gone. */
export async function readDocument(
  tx: Transaction,
  { releaseId, spec }: RunOf<ReleaseSpec>,
): Promise<Pick<ReleaseInput, 'spec' | 'tallies' | 'insiders'>> {
  const tallies = await listTallies(tx, releaseId);
  const insiders = await listInsiders(tx, releaseId);
  return { spec, tallies, insiders };
}

async function countEffect(tx: Transaction, { releaseId, spec }: RunOf<EffectSpec>): Promise<BuildTask | null> {
  if ((await collectEffect(tx, releaseId)) === null) return null;
  const firms = await listEffectFirms(tx, releaseId);
  const levels = await listEffectLevels(tx, releaseId);
  return { kind: 'effect', input: { spec, firms, levels, ...(await readBefore(tx, releaseId)) } };
}

function builtOf(worked: Worked): Built | null {
  if (worked.kind !== 'made') return null;
  const { made, solver, seconds } = worked;
  return {
    document: made.document,
    sha256: sha256OfJson(made.document),
    report: { ...made.report, solver, seconds },
    pairs: 'contributions' in made ? made.contributions : undefined,
  };
}
