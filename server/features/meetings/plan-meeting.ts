import type { MeetingPlan } from '#shared/contracts/meetings.ts';
import { dayHasPassed, hasDayPassed } from '#shared/domain/meeting/meant-day.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { getMeetingRow } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { insertMeeting, isLetIn, type Place, type Plan } from './repository.ts';

/** The plan as it is kept: with a moment in place of its text. */
export const planOf = (plan: MeetingPlan): Plan => ({ ...plan, startsAt: new Date(plan.startsAt) });

/** What has been held is written up as a contact; as a meeting it would wait for somebody to close it. */
export function refusePassedDay({ startsAt }: Pick<Plan, 'startsAt'>, now: Date, path: string): void {
  if (!hasDayPassed(swedishDate(startsAt), swedishDate(now))) return;
  throw new DomainError('invalid-request', { fields: [{ path, code: dayHasPassed }] });
}

type Planned = { readonly meeting: MeetingBody; readonly isRepeated: boolean };

export async function planMeeting(
  context: Context,
  access: AccessContext,
  input: Place & { readonly requestKey: string; readonly plan: MeetingPlan },
): Promise<Planned> {
  const { organisationId, firmId, requestKey } = input;
  const plan = planOf(input.plan);
  return inTransaction(context.database, access, async (tx) => {
    if (!(await isLetIn(tx, input))) throw new DomainError('not-found');
    const newId = context.identifiers.newId();
    const createdAt = context.clock.now();
    refusePassedDay(plan, createdAt, 'body/startsAt');
    const meetingId = await insertMeeting(tx, {
      ...plan,
      meetingId: newId,
      organisationId,
      firmId,
      requestKey,
      createdAt,
    });
    const isRepeated = meetingId !== newId;
    if (!isRepeated) {
      const detail = { firmId, organisationId };
      await recordAudit(tx, { action: 'meeting-planned', objectKind: 'meeting', objectId: meetingId, detail });
    }
    return { meeting: describeMeeting(await getMeetingRow(tx, { organisationId, firmId, meetingId })), isRepeated };
  }).catch(hideRefusal);
}
