import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { ReferralRow, SubmittedRow } from './repository.ts';
import { canDecideForFirm, findReferral, findSubmitted } from './repository.ts';

/** A referral needs a result to stand on; before that there is nothing here. */
export async function getSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow> {
  const submitted = await findSubmitted(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return submitted;
}

/** The same, for whoever may speak for the firm: the holder of its key, or an owner; to a colleague there is nothing. */
export async function getDecidable(tx: Transaction, responseId: string): Promise<SubmittedRow> {
  const submitted = await getSubmitted(tx, responseId);
  if (!(await canDecideForFirm(tx))) throw new DomainError('not-found');
  return submitted;
}

export async function getReferral(tx: Transaction, responseId: string, referralId: string): Promise<ReferralRow> {
  const referral = await findReferral(tx, responseId, referralId);
  if (referral === undefined) throw new DomainError('not-found');
  return referral;
}
