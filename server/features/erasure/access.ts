import { scopeOf } from '#shared/domain/access/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getFirmStanding, getStanding } from './standing-repository.ts';

/** Runs the work as the person of the session; refuses when it has ended since the request came in. */
export async function asPerson<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, personId: string) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const { personId } = await getStanding(tx);
    if (personId === null) throw new DomainError('sign-in-required');
    return work(tx, personId);
  });
}

/** Runs the work for an owner of the very firm; for everybody else there is nothing here. */
export async function asOwner<T>(
  context: Context,
  access: AccessContext,
  firmId: string,
  work: (tx: Transaction, personId: string) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const { personId, role } = await getFirmStanding(tx, firmId);
    if (personId === null) throw new DomainError('sign-in-required');
    if (role === null || scopeOf(role, 'request-erasure') === undefined) throw new DomainError('not-found');
    return work(tx, personId);
  }).catch(hideRefusal);
}

/** Runs the work for somebody who is administrator at this moment. Runs again if need be. */
export async function asAdministrator<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, personId: string) => Promise<T>,
): Promise<T> {
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      const { personId, isAdministrator } = await getStanding(tx);
      if (personId === null) throw new DomainError('sign-in-required');
      if (!isAdministrator) throw new DomainError('not-found');
      return work(tx, personId);
    },
    { isRetriable: true },
  );
}
