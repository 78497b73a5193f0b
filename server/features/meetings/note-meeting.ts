import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { insertMeetingNote } from './note-repository.ts';
import type { MeetingRow } from './repository.ts';

const longest = 200;
const shortened = (text: string) =>
  [...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;

/** Writes a meeting that was held among the contacts, so that those who may read them do not call in vain. */
export async function noteMeeting(context: Context, tx: Transaction, meeting: MeetingRow): Promise<void> {
  const { firmId, organisationId, meetingId, startsAt, participants, purpose } = meeting;
  const now = context.clock.now();
  await insertMeetingNote(tx, {
    contactNoteId: context.identifiers.newId(),
    accessEventId: context.identifiers.newId(),
    firmId,
    organisationId,
    meetingId,
    // One that is ended before its hour was held no later than now.
    heldOn: swedishDate(startsAt < now ? startsAt : now),
    counterpart: shortened(participants),
    subject: shortened(purpose),
    writtenAt: now,
  });
}
