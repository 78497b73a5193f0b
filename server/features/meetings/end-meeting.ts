import { type MeetingMove, moveMeeting } from '#shared/domain/meeting/meeting-states.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atMeeting, refuseStale } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { noteMeeting } from './note-meeting.ts';
import { type MeetingPlace, updateStatus } from './repository.ts';

/** A meeting that was held stands among the contacts with the firm from then on. */
export async function endMeeting(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly revision: number; readonly move: MeetingMove },
): Promise<MeetingBody> {
  const { firmId, organisationId, meetingId, move } = input;
  const row = await atMeeting(context, access, input, async (tx, meeting) => {
    const status = moveMeeting(meeting.status, move);
    if (status === undefined) throw new DomainError('move-not-possible');
    refuseStale(input.revision, meeting.revision);
    await updateStatus(tx, input, { status, at: context.clock.now(), summarySentAt: null });
    if (status === 'held') await noteMeeting(context, tx, meeting);
    const detail = { firmId, organisationId, move };
    await recordAudit(tx, { action: 'meeting-ended', objectKind: 'meeting', objectId: meetingId, detail });
  });
  return describeMeeting(row);
}
