import { movesToCompletion } from '#shared/domain/edition/placement-states.ts';
import { moveReferral } from '#shared/domain/referral/referral-states.ts';
import { insertLook } from '../../platform/audit/look-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { findHandled, lockHandled } from './referral-repository.ts';
import { writeMove } from './write-move.ts';

type End = { readonly referralId: string; readonly organisationId: string; readonly outcome: string };

/**
 * Brings a request to its end by its own moves, one after the other, for something that ends together with it and that
 * tells the firm itself. One that has ended otherwise, or whose consent is withdrawn, stays as it is.
 */
export async function completeReferral(context: Context, tx: Transaction, end: End): Promise<void> {
  const { organisationId, outcome } = end;
  const found = await findHandled(tx, end);
  if (found === undefined) return;
  const accessEventId = context.identifiers.newId();
  await insertLook(tx, { firmId: found.firmId, organisationId, purpose: 'contact', accessEventId });
  const row = await lockHandled(tx, end);
  const now = context.clock.now();
  let status = row?.status ?? 'withdrawn';
  for (const move of movesToCompletion(status)) {
    const next = moveReferral(status, move, 'provider');
    if (row === undefined || next === undefined) return;
    status = next;
    const isLast = status === 'completed';
    const said = isLast ? { outcome } : {};
    await writeMove(tx, row, { status, move, organisationId, now, ...said });
  }
}
