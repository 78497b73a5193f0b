import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atMeeting } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import type { MeetingPlace } from './repository.ts';
import { updateStepDone } from './step-repository.ts';

export async function tickMeetingStep(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly stepKey: string; readonly isDone: boolean },
): Promise<MeetingBody> {
  const row = await atMeeting(context, access, input, async (tx) => {
    const doneAt = input.isDone ? context.clock.now() : null;
    if (!(await updateStepDone(tx, input, { doneAt }))) throw new DomainError('not-found');
  });
  return describeMeeting(row);
}
