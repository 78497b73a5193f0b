import { isUnagreed, type StepFate, settleSteps } from '#shared/domain/meeting/unagreed-step.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { atMeeting, refuseStale } from './access.ts';
import { composeSummary } from './compose-summary.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { noteMeeting } from './note-meeting.ts';
import { type MeetingPlace, type MeetingRow, updateStatus } from './repository.ts';
import { updateSteps } from './step-repository.ts';
import { findFirmName, listRecipients, type Recipient } from './summary-repository.ts';

async function tell(context: Context, tx: Transaction, meeting: MeetingRow, to: Recipient): Promise<void> {
  const firmName = await findFirmName(tx, meeting.firmId);
  const { facts } = composeSummary(meeting, { firmName, language: to.language, isForFirm: !to.isOwn });
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'meeting-summary',
    recipient: to.email,
    language: to.language,
    facts,
    dedupeKey: `meeting-summary:${meeting.meetingId}:${to.personId ?? 'contact'}`,
    createdAt: context.clock.now(),
  });
}

type Sent = MeetingPlace & {
  readonly revision: number;
  readonly stepsRevision: number;
  readonly fates: readonly { readonly key: string; readonly fate: StepFate }[];
};

/** The meeting with what was chosen for the steps that are not agreed by both. */
async function settle(tx: Transaction, meeting: MeetingRow, { fates }: Sent): Promise<MeetingRow> {
  const chosen = new Map(fates.map(({ key, fate }) => [key, fate]));
  const unagreed = meeting.steps.filter(isUnagreed).map(({ key }) => key);
  if (chosen.size < fates.length || fates.some(({ key }) => !unagreed.includes(key))) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/fates', code: 'no-such-step' }] });
  }
  const steps = settleSteps(meeting.steps, chosen);
  if (fates.some(({ fate }) => fate !== 'keep')) await updateSteps(tx, meeting, steps);
  return { ...meeting, steps };
}

async function send(context: Context, tx: Transaction, written: MeetingRow, input: Sent): Promise<void> {
  // Sent is sent: the same request again tells nobody twice.
  if (written.summarySentAt !== null) return;
  if (written.status === 'cancelled') throw new DomainError('move-not-possible');
  refuseStale(input.revision, written.revision);
  refuseStale(input.stepsRevision, written.stepsRevision);
  const meeting = await settle(tx, written, input);
  const recipients = await listRecipients(tx, meeting.meetingId);
  const { agreedSteps } = composeSummary(meeting, { firmName: '', language: 'sv', isForFirm: true });
  const hasReader = recipients.some(({ isOwn }) => !isOwn);
  if (!hasReader || agreedSteps === 0) throw new DomainError('move-not-possible');
  const now = context.clock.now();
  await updateStatus(tx, input, { status: 'held', at: now, summarySentAt: now });
  if (meeting.status === 'planned') await noteMeeting(context, tx, meeting);
  for (const recipient of recipients) await tell(context, tx, meeting, recipient);
  const { firmId, organisationId, meetingId } = input;
  const detail = { firmId, organisationId, count: recipients.length };
  await recordAudit(tx, { action: 'meeting-summary-sent', objectKind: 'meeting', objectId: meetingId, detail });
}

/** Tells the firm and whoever sends it what was agreed, once. From then on it stands as it was sent. */
export async function sendMeetingSummary(context: Context, access: AccessContext, input: Sent): Promise<MeetingBody> {
  const row = await atMeeting(context, access, input, (tx, meeting) => send(context, tx, meeting, input));
  context.wakeWorker();
  return describeMeeting(row);
}
