import type { Context } from '../context.ts';
import type { AccessContext, Transaction } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import { type StaffRole, worksFor } from './staff-repository.ts';

/** For everybody who does not work for the organisation in one of the roles there is no such organisation. */
export async function refuseOthers(
  tx: Transaction,
  organisationId: string,
  roles: readonly StaffRole[] = ['advisor', 'manager'],
): Promise<void> {
  if (!(await worksFor(tx, organisationId, roles))) throw new DomainError('not-found');
}

/** Runs the work for somebody who works for the organisation in one of the roles. */
export async function asStaffOf<T>(
  context: Context,
  access: AccessContext,
  { organisationId, roles }: { organisationId: string; roles?: readonly StaffRole[] },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    await refuseOthers(tx, organisationId, roles);
    return work(tx);
  });
}
