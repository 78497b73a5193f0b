import type { Action } from '#shared/domain/access/actions.ts';
import { scopeOf } from '#shared/domain/access/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { FirmRole } from './membership-repository.ts';
import { getStanding } from './membership-repository.ts';

/**
 * Runs the work in one transaction for somebody whose role in this very firm allows the action. To everybody else,
 * members who may do other things included, there is nothing here.
 */
export async function inFirm<T>(
  context: Context,
  access: AccessContext,
  { firmId, action }: { firmId: string; action: Action },
  work: (tx: Transaction, role: FirmRole) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const { isSignedIn, role } = await getStanding(tx, firmId);
    if (!isSignedIn) throw new DomainError('sign-in-required');
    if (role === null || scopeOf(role, action) === undefined) throw new DomainError('not-found');
    return work(tx, role);
  }).catch(hideRefusal);
}
