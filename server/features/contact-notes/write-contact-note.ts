import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { atNotes } from './access.ts';
import { type ContactRecordBody, describeRecord } from './describe-record.ts';
import { insertNote, type NoteText, type Place } from './repository.ts';

type Written = { readonly record: ContactRecordBody; readonly isRepeated: boolean };

/** What has not happened yet is no contact; it can be planned as a meeting. */
export function refuseDayAhead(context: Context, heldOn: string, path: string): void {
  if (heldOn <= swedishDate(context.clock.now())) return;
  throw new DomainError('invalid-request', { fields: [{ path, code: 'day-ahead' }] });
}

export async function writeContactNote(
  context: Context,
  access: AccessContext,
  input: Place & { readonly requestKey: string; readonly note: NoteText },
): Promise<Written> {
  const { organisationId, firmId, requestKey, note } = input;
  refuseDayAhead(context, note.heldOn, 'body/heldOn');
  return atNotes(context, access, input, async (tx) => {
    const contactNoteId = context.identifiers.newId();
    const row = { ...note, contactNoteId, organisationId, firmId, requestKey, writtenAt: context.clock.now() };
    const isNew = await insertNote(tx, row);
    if (isNew) {
      const detail = { firmId, organisationId };
      await recordAudit(tx, { action: 'contact-noted', objectKind: 'contact-note', objectId: contactNoteId, detail });
    }
    return { record: await describeRecord(context, tx, input), isRepeated: !isNew };
  });
}
