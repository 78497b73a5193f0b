import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getMeetingRow } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import type { MeetingPlace } from './repository.ts';

export async function getMeeting(context: Context, access: AccessContext, place: MeetingPlace): Promise<MeetingBody> {
  return describeMeeting(await inTransaction(context.database, access, (tx) => getMeetingRow(tx, place)));
}
