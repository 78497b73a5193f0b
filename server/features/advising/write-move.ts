import { recordAudit } from '../../platform/audit/repository.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type Change, type HandledRow, insertEvent, type NewEvent, updateHandled } from './referral-repository.ts';

type Move = Pick<NewEvent, 'organisationId' | 'reason' | 'note' | 'outcome' | 'receiver'> & {
  readonly move: Exclude<NewEvent['move'], 'assign'>;
  /** Where the move leads, by the rules of the life cycle. */
  readonly status: Change['status'];
  readonly now: Date;
};

/** Writes a move of a request down, which is locked: its state, its history and the log. Telling is the caller's. */
export async function writeMove(tx: Transaction, row: HandledRow, { now, ...said }: Move): Promise<void> {
  const { move, status, organisationId, outcome, receiver } = said;
  await updateHandled(tx, row, {
    status,
    statusSince: now,
    assignedTo: row.assignedTo,
    outcome: outcome ?? null,
    receiver: receiver ?? null,
  });
  await insertEvent(tx, row, { ...said, occurredAt: now });
  await recordAudit(tx, {
    action: 'referral-moved',
    objectKind: 'referral',
    objectId: row.referralId,
    detail: { firmId: row.firmId, organisationId, move, status },
  });
}
