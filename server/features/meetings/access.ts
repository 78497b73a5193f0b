import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findMeetingRow, lockMeeting, type MeetingPlace, type MeetingRow } from './repository.ts';

export async function getMeetingRow(tx: Transaction, place: MeetingPlace): Promise<MeetingRow> {
  const row = await findMeetingRow(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  return row;
}

/** Changes one meeting at a time, and gives how it stands afterwards. */
export async function atMeeting(
  context: Context,
  access: AccessContext,
  place: MeetingPlace,
  work: (tx: Transaction, row: MeetingRow) => Promise<void>,
): Promise<MeetingRow> {
  return inTransaction(context.database, access, async (tx) => {
    await lockMeeting(tx, place);
    await work(tx, await getMeetingRow(tx, place));
    return getMeetingRow(tx, place);
  }).catch(hideRefusal);
}

/** Whoever changes says what was seen; else it is somebody else's change that would go. */
export function refuseStale(seen: number, stands: number): void {
  if (seen !== stands) throw new DomainError('changed-meanwhile');
}
