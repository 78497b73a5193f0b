import type { Language } from '#shared/domain/language.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { requireOwnFirm } from '../../platform/identity/own-firm-repository.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { dropStep } from './drop-step.ts';
import { findFile, type StoredFile } from './file-repository.ts';
import { eventsOf } from './meeting-events.ts';
import { listMeetingsOfFirm, type MeetingRow } from './repository.ts';
import { updateStepDone } from './step-repository.ts';
import { findFirmName } from './summary-repository.ts';

type OwnMeeting = { readonly firmId: string; readonly meetingId: string };

/** What is being written in a meeting is nobody's word yet: the firm is shown what both have said yes to, afterwards. */
function describeForFirm(row: MeetingRow): MeetingBody {
  const steps = row.status === 'held' ? row.steps.filter(isAgreed) : [];
  return describeMeeting({ ...row, steps });
}

async function listOwn(tx: Transaction, firmId: string): Promise<MeetingBody[]> {
  return (await listMeetingsOfFirm(tx, firmId)).map(describeForFirm);
}

async function asOwner<T>(
  context: Context,
  access: AccessContext,
  firmId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    await requireOwnFirm(tx, firmId);
    return work(tx);
  });
}

export async function listFirmMeetings(
  context: Context,
  access: AccessContext,
  firmId: string,
): Promise<MeetingBody[]> {
  return asOwner(context, access, firmId, (tx) => listOwn(tx, firmId));
}

/** What the firm has said that it does is the firm's to tick off; what the provider does is not. */
export async function tickFirmStep(
  context: Context,
  access: AccessContext,
  input: OwnMeeting & { readonly stepKey: string; readonly isDone: boolean },
): Promise<MeetingBody[]> {
  return asOwner(context, access, input.firmId, async (tx) => {
    const doneAt = input.isDone ? context.clock.now() : null;
    if (!(await updateStepDone(tx, input, { doneAt, owner: 'firm' }))) throw new DomainError('not-found');
    return listOwn(tx, input.firmId);
  });
}

/** Whatever was agreed is the firm's to call off, also what the provider has said that it does. */
export async function dropFirmStep(
  context: Context,
  access: AccessContext,
  input: OwnMeeting & { readonly stepKey: string; readonly reason: string },
): Promise<MeetingBody[]> {
  return asOwner(context, access, input.firmId, async (tx) => {
    const meeting = (await listMeetingsOfFirm(tx, input.firmId)).find(({ meetingId }) => meetingId === input.meetingId);
    if (meeting === undefined) throw new DomainError('not-found');
    await dropStep(context, tx, meeting, { ...input, by: 'firm' });
    return listOwn(tx, input.firmId);
  });
}

export async function getFirmMeetingFile(
  context: Context,
  access: AccessContext,
  input: OwnMeeting & { readonly meetingFileId: string },
): Promise<StoredFile> {
  return asOwner(context, access, input.firmId, async (tx) => {
    const file = await findFile(tx, input);
    if (file === undefined) throw new DomainError('not-found');
    return file;
  });
}

export async function buildFirmMeetingCalendar(
  context: Context,
  access: AccessContext,
  { firmId, meetingId, language }: OwnMeeting & { readonly language: Language },
): Promise<string> {
  return asOwner(context, access, firmId, async (tx) => {
    const meeting = (await listMeetingsOfFirm(tx, firmId)).find((each) => each.meetingId === meetingId);
    if (meeting === undefined) throw new DomainError('not-found');
    return writeCalendar(eventsOf(meeting, await findFirmName(tx, firmId), language));
  });
}
