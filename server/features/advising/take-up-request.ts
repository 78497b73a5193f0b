import { moveReferral } from '#shared/domain/referral/referral-states.ts';
import { insertLook } from '../../platform/audit/look-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lockHandled } from './referral-repository.ts';
import { writeMove } from './write-move.ts';

type AtFirm = { readonly firmId: string; readonly organisationId: string };

/** Before anything else is held: whoever withdraws a consent holds that first. */
export async function lookForRequest(context: Context, tx: Transaction, at: AtFirm): Promise<void> {
  await insertLook(tx, { ...at, purpose: 'contact', accessEventId: context.identifiers.newId() });
}

/**
 * Says yes to a request that nobody has answered, for something that answers it and that tells the firm itself; false when
 * somebody has answered it meanwhile, or it is withdrawn. Its firm has been looked at.
 */
export async function takeUpRequest(
  context: Context,
  tx: Transaction,
  at: { readonly referralId: string; readonly organisationId: string },
): Promise<boolean> {
  const row = await lockHandled(tx, at);
  const status = row === undefined ? undefined : moveReferral(row.status, 'accept', 'provider');
  if (row === undefined || status === undefined) return false;
  await writeMove(tx, row, { move: 'accept', status, organisationId: at.organisationId, now: context.clock.now() });
  return true;
}
