import { mayWriteSteps } from '#shared/domain/meeting/meeting-states.ts';
import type { MeetingStep } from '#shared/domain/meeting/meeting-step.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atMeeting, refuseStale } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import type { MeetingPlace } from './repository.ts';
import { updateSteps } from './step-repository.ts';

/** All of them at once, over what was seen: two screens never mix what each of them says. */
export async function saveMeetingSteps(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly stepsRevision: number; readonly steps: readonly MeetingStep[] },
): Promise<MeetingBody> {
  const { steps, stepsRevision } = input;
  if (new Set(steps.map(({ key }) => key)).size < steps.length) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/steps', code: 'repeated-key' }] });
  }
  const row = await atMeeting(context, access, input, async (tx, meeting) => {
    if (!mayWriteSteps({ status: meeting.status, summarySentAt: meeting.summarySentAt?.toISOString() ?? null })) {
      throw new DomainError('move-not-possible');
    }
    refuseStale(stepsRevision, meeting.stepsRevision);
    await updateSteps(tx, input, steps);
  });
  return describeMeeting(row);
}
