import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountRow, findAccountRow } from '../../platform/identity/account-repository.ts';
import { lockPerson } from '../../platform/identity/identity-repository.ts';

/** Runs the work as the person of the session; refuses when it has ended since the request came in. */
export async function asPerson<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, person: AccountRow) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const person = await findAccountRow(tx);
    if (person === undefined) throw new DomainError('sign-in-required');
    return work(tx, person);
  });
}

/**
 * The same for what changes who the person is or can show, one change after the other. What the session is, and what
 * the person has, is read after the wait: both may have ended, or begun, in the change before.
 */
export async function asPersonInTurn<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, person: AccountRow) => Promise<T>,
): Promise<T> {
  return asPerson(context, access, async (tx, { personId }) => {
    await lockPerson(tx, personId);
    const person = await findAccountRow(tx);
    if (person === undefined) throw new DomainError('sign-in-required');
    return work(tx, person);
  });
}
