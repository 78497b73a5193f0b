import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atMeeting } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { deleteFile } from './file-repository.ts';
import type { MeetingPlace } from './repository.ts';

export async function removeMeetingFile(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly meetingFileId: string },
): Promise<MeetingBody> {
  const { firmId, organisationId, meetingId } = input;
  const row = await atMeeting(context, access, input, async (tx) => {
    if (!(await deleteFile(tx, input))) throw new DomainError('not-found');
    const detail = { firmId, organisationId };
    await recordAudit(tx, { action: 'meeting-file-removed', objectKind: 'meeting', objectId: meetingId, detail });
  });
  return describeMeeting(row);
}
