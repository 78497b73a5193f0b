import type { ActionResult } from '#shared/contracts/advisor-referrals.ts';
import { insertLook } from '../../platform/audit/look-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { findHandled, type HandledRow, lockHandled } from './referral-repository.ts';

type Refusal = Extract<ActionResult, { outcome: 'refused' }>['code'];
export type SeenReferral = { readonly referralId: string; readonly revision: number };

/** What the action made of it; or why it cannot be done. */
export type Acted = Pick<HandledRow, 'status'> | Refusal;
export type Act = (tx: Transaction, row: HandledRow) => Promise<Acted>;

/** As the wire has it, before its identifiers are branded. */
export type ResultBody =
  | { outcome: 'done'; referralId: string; status: HandledRow['status']; revision: number }
  | { outcome: 'refused'; referralId: string; code: Refusal };

/**
 * Does the same to each referral, in a transaction of its own, so that one that cannot be changed holds up none of the
 * others. To act on a request is to look at its firm, which the firm sees.
 */
export async function actOnReferrals(
  context: Context,
  access: AccessContext,
  { organisationId, referrals }: { organisationId: string; referrals: readonly SeenReferral[] },
  act: Act,
): Promise<ResultBody[]> {
  const results: ResultBody[] = [];
  for (const seen of referrals) {
    results.push(
      await inTransaction(context.database, access, (tx) => actOnOne(context, tx, { organisationId, seen, act })),
    );
  }
  return results;
}

async function actOnOne(
  context: Context,
  tx: Transaction,
  { organisationId, seen, act }: { organisationId: string; seen: SeenReferral; act: Act },
): Promise<ResultBody> {
  const { referralId, revision } = seen;
  const refuse = (code: Refusal): ResultBody => ({ outcome: 'refused', referralId, code });
  const place = { referralId, organisationId };
  const found = await findHandled(tx, place);
  if (found === undefined) return refuse('not-found');
  const look = { firmId: found.firmId, organisationId, purpose: 'contact' } as const;
  await insertLook(tx, { ...look, accessEventId: context.identifiers.newId() });
  // The consent may have been withdrawn since, which the look and the lock would find.
  const row = await lockHandled(tx, place);
  if (row === undefined) return refuse('not-found');
  if (row.revision !== revision) return refuse('changed-meanwhile');
  const acted = await act(tx, row);
  return typeof acted === 'string'
    ? refuse(acted)
    : { outcome: 'done', referralId, status: acted.status, revision: revision + 1 };
}
