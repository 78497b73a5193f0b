import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { isOwnProvider } from './repository.ts';

/** Runs the work for somebody who advises at the provider; for everybody else there is no such organisation. */
export async function asProviderStaff<T>(
  context: Context,
  access: AccessContext,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    if (!(await isOwnProvider(tx, organisationId))) throw new DomainError('not-found');
    return work(tx);
  });
}
