import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { tellProgress } from '../../platform/workers/tell-progress.ts';
import type { BuildTask, Worked } from './release-builder.ts';
import { ofOneMoment, ofWorker, type RunOf, type RunParts, readDocument, stepsBefore } from './run-release.ts';
import { inputsRemain, noteVerification, type Outcome, settleVerification } from './verification-repository.ts';

export type VerificationRun = RunOf<ReleaseSpec> & {
  readonly verificationId: string;
  /** Of what was published. */
  readonly sha256: string;
};

/** Builds a published release again, and keeps whether it is the same. What was built is not kept. */
export async function runVerification(parts: RunParts, run: VerificationRun, stop: AbortSignal): Promise<void> {
  const { database, builder, clock, logFault } = parts;
  const { verificationId, sha256 } = run;
  const note = (step: number) => inTransaction(database, ofWorker, (tx) => noteVerification(tx, verificationId, step));
  const settle = (outcome: Outcome) =>
    inTransaction(database, ofWorker, (tx) => settleVerification(tx, verificationId, { ...outcome, now: clock.now() }));
  await tellProgress({ note, stop, logFault }, async ({ signal, onStep }) => {
    try {
      let isGone = false;
      const ask = async (): Promise<BuildTask | null> => {
        const read = await ofOneMoment(database, signal, (tx) => readAgain(tx, run));
        isGone = read === 'gone';
        if (read === 'gone') return null;
        onStep(stepsBefore);
        return read;
      };
      const worked = await builder.work(ask, {
        signal,
        onProgress: ({ measures }) => onStep(stepsBefore + measures),
      });
      if (worked.kind === 'failed') logFault(new Error(worked.reason));
      await settle(isGone ? { status: 'inputs-gone', program: null } : outcomeOf(worked, sha256));
    } catch (error) {
      await settle({ status: 'failed', program: null });
      throw error;
    }
  });
}

async function readAgain(tx: Transaction, run: VerificationRun): Promise<BuildTask | 'gone'> {
  if (!(await inputsRemain(tx, run.releaseId))) return 'gone';
  const input = await readDocument(tx, run);
  // What it was compared with said whether it may be published, and is no part of what was.
  return { kind: 'levels', input: { ...input, earlier: [], standings: [] } };
}

function outcomeOf(worked: Worked, sha256: string): Outcome {
  if (worked.kind !== 'made') return { status: 'failed', program: null };
  const isSame = sha256OfJson(worked.made.document).toString('hex') === sha256;
  return { status: isSame ? 'same' : 'different', program: `Måttstock ${packageJson.version}, ${worked.solver}` };
}
