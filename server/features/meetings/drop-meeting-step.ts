import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { atMeeting } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { dropStep } from './drop-step.ts';
import type { MeetingPlace } from './repository.ts';

export async function dropMeetingStep(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly stepKey: string; readonly reason: string },
): Promise<MeetingBody> {
  const row = await atMeeting(context, access, input, (tx, meeting) =>
    dropStep(context, tx, meeting, { ...input, by: 'provider' }),
  );
  return describeMeeting(row);
}
