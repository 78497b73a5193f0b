import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { refuseOthers } from '../../platform/identity/as-staff-of.ts';
import { type Entry, type EntryAt, type EntryKind, findEntry } from './entry-repository.ts';

/** Runs the work for a region of which the session's person is an analyst. For everybody else there is no such region. */
export async function asRegion<T>(
  context: Context,
  access: AccessContext,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    await refuseOthers(tx, organisationId, ['analyst']);
    return work(tx);
  }).catch(hideRefusal);
}

export async function getOwnEntry<K extends EntryKind>(tx: Transaction, place: EntryAt<K>): Promise<Entry<K>> {
  const entry = await findEntry(tx, place);
  if (entry === undefined) throw new DomainError('not-found');
  return entry;
}
