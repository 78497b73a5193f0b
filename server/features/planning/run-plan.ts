import type { ConstraintGroup } from '#shared/domain/cohort/constraint-group.ts';
import type { Outcome, PlanProgress } from '#shared/domain/cohort/outcome.ts';
import type { Assignment, PlanProblem } from '#shared/domain/cohort/problem.ts';
import type { AccessContext, Database } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Planner, Worked } from './planner.ts';
import { noteProgress, settlePlan } from './run-repository.ts';

const ofWorker: AccessContext = { surface: 'worker' };
const tellEveryMs = 1000;
/** Of one that waits for its turn: each so many seconds, well within what a search may be silent. */
const tellWaitingEvery = 5;
export const secondsToSolve = 60;
export const secondsToFindClash = 30;

export type Run = {
  readonly planId: string;
  readonly problem: PlanProblem;
  readonly previous: readonly Assignment[];
  /** Whether others are looked for before it. */
  readonly isQueued: boolean;
};

export type RunParts = {
  readonly database: Database;
  readonly planner: Planner;
  readonly logFault: (error: unknown) => void;
};

/**
 * Looks for the plan and keeps what comes of it. Every second, or every five while it waits for its turn, it is told how
 * far it is, which also asks whether anybody still waits: a search that was called off, also by way of another process,
 * is stopped.
 */
export async function runPlan({ database, planner, logFault }: RunParts, run: Run, stop: AbortSignal): Promise<void> {
  const { planId, problem, previous, isQueued } = run;
  const abort = new AbortController();
  const signal = AbortSignal.any([abort.signal, stop]);
  let progress: PlanProgress = { phase: isQueued ? 'waiting' : 'building', seconds: 0, best: null, bound: null };
  const tell = async (): Promise<void> => {
    const isWaitedFor = await inTransaction(database, ofWorker, (tx) => noteProgress(tx, planId, progress));
    if (!isWaitedFor) abort.abort();
  };
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    if (progress.phase !== 'waiting' || seconds % tellWaitingEvery === 0) void tell().catch(logFault);
  }, tellEveryMs);
  try {
    const worked = await planner.work(
      { kind: 'plan', problem, previous, secondsToSolve, secondsToFindClash },
      {
        signal,
        onProgress: (told) => {
          progress = told;
        },
      },
    );
    if (worked.kind === 'failed') logFault(new Error(worked.reason));
    await inTransaction(database, ofWorker, (tx) => settlePlan(tx, planId, storedOf(worked, problem)));
  } finally {
    clearInterval(timer);
  }
}

function storedOf(worked: Worked, problem: PlanProblem): object | null {
  if (worked.kind !== 'outcome') return null;
  const { outcome } = worked;
  return outcome.status === 'infeasible' ? { ...outcome, clash: clashRowsOf(outcome, problem) } : outcome;
}

/** By the numbers under which the rules are stored. */
function clashRowsOf({ clash }: Extract<Outcome, { status: 'infeasible' }>, { rules }: PlanProblem): object[] {
  const { together, apart } = rules;
  const firstOf = { together: 0, apart: together.length, lock: together.length + apart.length };
  return clash.map((group: ConstraintGroup) =>
    'index' in group ? { number: firstOf[group.kind] + group.index } : group,
  );
}
