import SQL from '@nearform/sql';
import { exec } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export type MeetingNote = {
  readonly contactNoteId: string;
  readonly accessEventId: string;
  readonly firmId: string;
  readonly organisationId: string;
  readonly meetingId: string;
  readonly heldOn: string;
  readonly counterpart: string;
  readonly subject: string;
  readonly writtenAt: Date;
};

/** Among the notes about contacts, once for each meeting. To write there is to look there. */
export async function insertMeetingNote(tx: Transaction, note: MeetingNote): Promise<void> {
  await exec(tx, SQL`select look_at_notes(${note.firmId}, ${note.organisationId}, ${note.accessEventId})`);
  await exec(
    tx,
    SQL`insert into contact_notes (contact_note_id, firm_id, organisation_id, person_id, kind, held_on, counterpart,
        subject, created_at, request_key)
      values (${note.contactNoteId}, ${note.firmId}, ${note.organisationId}, (select current_person_id()), 'meeting',
        ${note.heldOn}, ${note.counterpart}, ${note.subject}, ${note.writtenAt}, ${`meeting-${note.meetingId}`})
      on conflict do nothing`,
  );
}
