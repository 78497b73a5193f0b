import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findShareable, type SubmittedRow } from './repository.ts';

/** The result, for whoever may show it: the holder of its key, or an owner. To a colleague there is nothing. */
export async function getShareable(tx: Transaction, responseId: string): Promise<SubmittedRow> {
  const submitted = await findShareable(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return submitted;
}
