import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertNotesLook, type Place } from './repository.ts';

/** Runs the work for an organisation that the firm lets in, once it is written down for the firm that its notes are read. */
export async function atNotes<T>(
  context: Context,
  access: AccessContext,
  place: Place,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const look = { ...place, accessEventId: context.identifiers.newId() };
    if (!(await insertNotesLook(tx, look))) throw new DomainError('not-found');
    return work(tx);
  }).catch(hideRefusal);
}
