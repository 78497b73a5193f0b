import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type Acted, actOnReferrals, type ResultBody, type SeenReferral } from './act-on-referrals.ts';
import { listAdvisors } from './list-advisors.ts';
import { type HandledRow, insertEvent, updateHandled } from './referral-repository.ts';

export type AssignInput = {
  readonly organisationId: string;
  readonly referrals: readonly SeenReferral[];
  readonly personId: string | null;
};

/** Gives the referrals to somebody of the organisation, or to nobody. */
export async function assignReferrals(
  context: Context,
  access: AccessContext,
  input: AssignInput,
): Promise<ResultBody[]> {
  const advisors = await listAdvisors(context, access, input.organisationId);
  const isThere = input.personId === null || advisors.some(({ personId }) => personId === input.personId);
  if (!isThere) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/personId', code: 'not-an-advisor-here' }] });
  }
  return actOnReferrals(context, access, input, (tx, row) => assignOne(context, tx, row, input));
}

async function assignOne(context: Context, tx: Transaction, row: HandledRow, input: AssignInput): Promise<Acted> {
  const { organisationId, personId } = input;
  const { status } = row;
  // What has ended keeps its outcome and receiver, which this must not touch.
  if (status === 'completed' || status === 'handed-over') return 'not-possible-now';
  await updateHandled(tx, row, { status, statusSince: null, assignedTo: personId, outcome: null, receiver: null });
  await insertEvent(tx, row, { status, move: 'assign', organisationId, occurredAt: context.clock.now() });
  await recordAudit(tx, {
    action: 'referral-assigned',
    objectKind: 'referral',
    objectId: row.referralId,
    detail: { firmId: row.firmId, organisationId, personId },
  });
  return { status };
}
