import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { AnySpec } from '#shared/domain/effect/any-release.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import type { Clock } from '../../platform/clock.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { AccessContext, Database, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  allowLongStatements,
  type Built,
  collectRelease,
  listInsiders,
  listPublishedDocuments,
  listStandings,
  listTallies,
  noteReleaseProgress,
  settleRelease,
} from './build-repository.ts';
import {
  collectEffect,
  keepEffectPairs,
  listEarlierEffects,
  listEffectFirms,
  listEffectLevels,
} from './effect-repository.ts';
import type { BuildTask, ReleaseBuilder, Worked } from './release-builder.ts';

const ofWorker: AccessContext = { surface: 'worker' };
const tellEveryMs = 1000;
/** Counting comes before the measures. */
const stepsBefore = 1;

/** How many steps building takes. */
export const stepsOf = ({ measures }: Pick<AnySpec, 'measures'>): number => stepsBefore + measures.length;

type RunOf<Spec> = { readonly releaseId: string; readonly spec: Spec };
export type Run = RunOf<AnySpec>;

export type RunParts = {
  readonly database: Database;
  readonly builder: ReleaseBuilder;
  readonly clock: Clock;
  readonly logFault: (error: unknown) => void;
};

/**
 * Counts the answers and builds the release from them. Every second it is told how far it is, which also asks whether
 * anybody still waits: a building that was called off, also by way of another process, is stopped.
 */
export async function runRelease(parts: RunParts, { releaseId, spec }: Run, stop: AbortSignal): Promise<void> {
  const { database, builder, clock, logFault } = parts;
  const abort = new AbortController();
  const signal = AbortSignal.any([abort.signal, stop]);
  let step = 0;
  const tell = async (): Promise<void> => {
    const isWaitedFor = await inTransaction(database, ofWorker, (tx) => noteReleaseProgress(tx, releaseId, step));
    if (!isWaitedFor) abort.abort();
  };
  const timer = setInterval(() => void tell().catch(logFault), tellEveryMs);
  const settle = (built: Built | null) =>
    inTransaction(database, ofWorker, async (tx) => {
      if (built?.pairs !== undefined) await keepEffectPairs(tx, releaseId, built.pairs);
      await settleRelease(tx, releaseId, { built, now: clock.now() });
    });
  try {
    const task = await count(database, { releaseId, spec });
    if (task === null) return;
    step = stepsBefore;
    const worked = await builder.work(task, {
      signal,
      onProgress: ({ measures }) => {
        step = stepsBefore + measures;
      },
    });
    if (worked.kind === 'failed') logFault(new Error(worked.reason));
    await settle(builtOf(worked));
  } catch (error) {
    await settle(null);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** One transaction, so that all of it is of one moment. */
async function count(database: Database, { releaseId, spec }: Run): Promise<BuildTask | null> {
  return inTransaction(database, ofWorker, async (tx) => {
    await allowLongStatements(tx);
    return 'kind' in spec ? countEffect(tx, { releaseId, spec }) : countLevels(tx, { releaseId, spec });
  });
}

async function countLevels(tx: Transaction, { releaseId, spec }: RunOf<ReleaseSpec>): Promise<BuildTask | null> {
  if ((await collectRelease(tx, releaseId)) === null) return null;
  const tallies = await listTallies(tx, releaseId);
  const insiders = await listInsiders(tx, releaseId);
  const earlier = await listPublishedDocuments(tx, spec.isSimulated);
  const standings =
    earlier.length === 0
      ? []
      : await listStandings(tx, [...earlier.map(({ releaseId: earlierId }) => earlierId), releaseId]);
  return { kind: 'levels', input: { spec, tallies, insiders, earlier, standings } };
}

async function countEffect(tx: Transaction, { releaseId, spec }: RunOf<EffectSpec>): Promise<BuildTask | null> {
  if ((await collectEffect(tx, releaseId)) === null) return null;
  const firms = await listEffectFirms(tx, releaseId);
  const levels = await listEffectLevels(tx, releaseId);
  const earlier = await listEarlierEffects(tx, { releaseId, isSimulated: spec.isSimulated });
  return { kind: 'effect', input: { spec, firms, levels, earlier } };
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
