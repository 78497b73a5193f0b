import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atNotes } from './access.ts';
import { type ContactRecordBody, canRewrite, describeRecord } from './describe-record.ts';
import { findOwnNote, type NoteText, type Place, updateNote } from './repository.ts';
import { refuseDayAhead } from './write-contact-note.ts';

/** On the day it was written, by whoever wrote it. What it said before stays beside it. */
export async function rewriteContactNote(
  context: Context,
  access: AccessContext,
  input: Place & { readonly contactNoteId: string; readonly revision: number; readonly note: NoteText },
): Promise<ContactRecordBody> {
  const { contactNoteId, revision, note, firmId, organisationId } = input;
  refuseDayAhead(context, note.heldOn, 'body/note/heldOn');
  return atNotes(context, access, input, async (tx) => {
    const now = context.clock.now();
    const row = await findOwnNote(tx, input);
    if (row === undefined) throw new DomainError('not-found');
    if (!canRewrite(row, now)) throw new DomainError('move-not-possible');
    if (!(await updateNote(tx, { ...note, contactNoteId, revision, changedAt: now }))) {
      throw new DomainError('changed-meanwhile');
    }
    const detail = { firmId, organisationId };
    const event = { objectKind: 'contact-note', objectId: contactNoteId, detail };
    await recordAudit(tx, { action: 'contact-note-changed', ...event });
    return describeRecord(context, tx, input);
  });
}
