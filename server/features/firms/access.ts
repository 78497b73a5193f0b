import type { Action } from '#shared/domain/access/actions.ts';
import { scopeOf } from '#shared/domain/access/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { lockFirm } from './firm-repository.ts';
import type { FirmRole } from './membership-repository.ts';
import { getStanding } from './membership-repository.ts';

type Errand = { readonly firmId: string; readonly action: Action };

async function getRole(tx: Transaction, { firmId, action }: Errand): Promise<FirmRole> {
  const { isSignedIn, role } = await getStanding(tx, firmId);
  if (!isSignedIn) throw new DomainError('sign-in-required');
  if (role === null || scopeOf(role, action) === undefined) throw new DomainError('not-found');
  return role;
}

/**
 * Runs the work in one transaction for somebody whose role in this very firm allows the action. To everybody else,
 * members who may do other things included, there is nothing here.
 */
export async function inFirm<T>(
  context: Context,
  access: AccessContext,
  errand: Errand,
  work: (tx: Transaction, role: FirmRole) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => work(tx, await getRole(tx, errand))).catch(hideRefusal);
}

/**
 * The same for what changes who is what in the firm, one change after the other. What the person may do is read again
 * after the wait: of two owners who shut each other out, the second has no right left.
 */
export async function inFirmInTurn<T>(
  context: Context,
  access: AccessContext,
  errand: Errand,
  work: (tx: Transaction, role: FirmRole) => Promise<T>,
): Promise<T> {
  return inFirm(context, access, errand, async (tx) => {
    await lockFirm(tx, errand.firmId);
    return work(tx, await getRole(tx, errand));
  });
}
