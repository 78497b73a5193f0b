import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import type { CaseRow, Recipient } from './case-repository.ts';

/**
 * Tells those it concerns what was erased, what is kept and why. Written once it is erased, since that takes every mail
 * to the address away, and for recipients who were looked up before, since afterwards nobody has an address.
 */
export async function tellOfErasure(
  context: Context,
  tx: Transaction,
  request: CaseRow,
  recipients: readonly Recipient[],
): Promise<void> {
  const { erasureRequestId, scope, decision, basis, decisionText } = request;
  if (basis === null || decisionText === null) return;
  const extent = decision === 'granted' ? scope : `${scope}-in-part`;
  for (const { personId, email, language } of recipients) {
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind: 'erasure-carried-out',
      recipient: email,
      language,
      facts: { erased: extent, kept: extent, basis, decisionText },
      dedupeKey: `erasure-carried-out:${erasureRequestId}:${personId}`,
      createdAt: context.clock.now(),
    });
  }
}
