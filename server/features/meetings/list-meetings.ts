import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { isLetIn, listMeetingRows, type Place } from './repository.ts';

export async function listMeetings(context: Context, access: AccessContext, place: Place): Promise<MeetingBody[]> {
  const rows = await inTransaction(context.database, access, async (tx) => {
    if (!(await isLetIn(tx, place))) throw new DomainError('not-found');
    return listMeetingRows(tx, place);
  });
  return rows.map(describeMeeting);
}
