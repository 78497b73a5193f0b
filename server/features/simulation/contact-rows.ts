import type { Identifiers } from '../../platform/identifier.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import type { Row } from './population-rows.ts';
import type { SimulatedContact, SimulatedMeeting, SimulatedNote } from './simulated-contact.ts';

/** In the order in which they can be inserted. */
export const contactTables = ['contact_notes', 'meetings', 'meeting_steps'] as const;
export type ContactRows = Record<(typeof contactTables)[number], Row[]>;

/** Everything of these contacts, by table, as the columns are named. */
export function contactRowsOf(contacts: readonly SimulatedContact[], identifiers: Identifiers): ContactRows {
  const rows: ContactRows = { contact_notes: [], meetings: [], meeting_steps: [] };
  for (const { firm, notes, meetings } of contacts) {
    const ids = { firm_id: firm.firmId, organisation_id: firm.organisationId, person_id: firm.advisorId };
    for (const note of notes) rows.contact_notes.push(noteRow(note, ids, identifiers));
    for (const meeting of meetings) addMeeting(rows, meeting, ids, identifiers);
  }
  return rows;
}

function noteRow(
  { kind, writtenAt, counterpart, subject, body }: SimulatedNote,
  ids: Row,
  { newId }: Identifiers,
): Row {
  const noteId = newId();
  return {
    ...ids,
    contact_note_id: noteId,
    kind,
    held_on: swedishDate(writtenAt),
    counterpart,
    subject,
    body,
    revision: 1,
    created_at: writtenAt,
    request_key: `simulated-${noteId}`,
  };
}

function addMeeting(rows: ContactRows, meeting: SimulatedMeeting, ids: Row, { newId }: Identifiers): void {
  const meetingId = newId();
  const { startsAt, minutes, place, link, participants, purpose, steps } = meeting;
  const changes = (meeting.status === 'planned' ? 0 : 1) + (meeting.summarySentAt === null ? 0 : 1);
  rows.meetings.push({
    ...ids,
    meeting_id: meetingId,
    status: meeting.status,
    starts_at: startsAt,
    minutes,
    place,
    link,
    participants,
    purpose,
    revision: 1 + changes,
    steps_revision: steps.length === 0 ? 1 : 2,
    summary_sent_at: meeting.summarySentAt,
    is_simulated: true,
    created_at: meeting.plannedAt,
    status_since: meeting.statusSince,
    request_key: `simulated-${meetingId}`,
  });
  for (const [index, step] of steps.entries()) {
    rows.meeting_steps.push({
      firm_id: ids['firm_id'],
      meeting_id: meetingId,
      step_key: step.key,
      place_in_list: index + 1,
      what: step.what,
      owner: step.owner,
      due_on: step.dueOn,
      is_agreed_by_firm: step.isAgreedByFirm,
      is_agreed_by_provider: step.isAgreedByProvider,
      done_at: step.doneAt,
    });
  }
}
