import type { MoveCost } from '#shared/domain/cohort/move-cost.ts';
import { hasPointsOfNow } from '#shared/domain/cohort/points-version.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readPlan } from './get-plan.ts';
import type { PlanPlace } from './plan-repository.ts';
import type { Planner } from './planner.ts';

/** Less than a request may take. */
const seconds = 20;

/** What is not there is refused before the transaction ends, so that nobody is told of having been looked at. */
async function readOutcome(tx: Transaction, place: PlanPlace, firmId: string) {
  const { problem, outcome, pointsVersion } = await readPlan(tx, place);
  const isInPlan = problem.firms.some((firm) => firm.firmId === firmId);
  if (!isInPlan || outcome === null || !('plan' in outcome)) throw new DomainError('not-found');
  // A difference between points of two kinds would be no cost.
  if (!hasPointsOfNow({ pointsVersion })) throw new DomainError('plan-of-earlier-rules');
  return { problem, plan: outcome.plan, isProven: outcome.status === 'optimal' };
}

type Asking = {
  readonly planner: Planner;
  readonly firmId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
};

/** What it would cost to have the firm elsewhere. Waits for no plan: while one is looked for there is no room. */
export async function findPlanCosts(
  context: Context,
  access: AccessContext,
  { planner, firmId, signal, ...place }: PlanPlace & Asking,
): Promise<MoveCost[]> {
  const read = await inTransaction(context.database, access, (tx) => readOutcome(tx, place, firmId));
  if (planner.isBusy()) throw new DomainError('planner-busy');
  const worked = await planner.work({ kind: 'costs', ...read, firmId, seconds }, { signal });
  // Nobody reads this, but whoever looks into the log.
  if (worked.kind === 'cancelled') throw new DomainError('planner-busy');
  if (worked.kind !== 'costs') throw new DomainError('internal-error', { cause: worked });
  return [...worked.costs];
}
