import type { MeetingPlan } from '#shared/contracts/meetings.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { atMeeting, refuseStale } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { planOf, refusePassedDay } from './plan-meeting.ts';
import { type MeetingPlace, updatePlan } from './repository.ts';

export async function changeMeeting(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly revision: number; readonly plan: MeetingPlan },
): Promise<MeetingBody> {
  const { firmId, organisationId, meetingId } = input;
  const row = await atMeeting(context, access, input, async (tx, meeting) => {
    if (meeting.status !== 'planned') throw new DomainError('move-not-possible');
    refuseStale(input.revision, meeting.revision);
    const plan = planOf(input.plan);
    if (swedishDate(plan.startsAt) !== swedishDate(meeting.startsAt)) {
      refusePassedDay(plan, context.clock.now(), 'body/plan/startsAt');
    }
    await updatePlan(tx, input, plan);
    const detail = { firmId, organisationId };
    await recordAudit(tx, { action: 'meeting-changed', objectKind: 'meeting', objectId: meetingId, detail });
  });
  return describeMeeting(row);
}
