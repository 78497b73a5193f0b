import type { PlanStatus } from '#shared/contracts/plans.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { cancelPlanRow, findPlanRow, type PlanPlace } from './plan-repository.ts';

/** Calls the search off; one that has ended meanwhile stays as it ended. */
export async function cancelPlan(context: Context, access: AccessContext, place: PlanPlace): Promise<PlanStatus> {
  return inTransaction(context.database, access, async (tx) => {
    const found = await findPlanRow(tx, place);
    if (found === undefined) throw new DomainError('not-found');
    if (await cancelPlanRow(tx, place)) return 'cancelled';
    const ended = await findPlanRow(tx, place);
    return ended?.status ?? 'done';
  });
}
