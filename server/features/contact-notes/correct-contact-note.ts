import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { atNotes } from './access.ts';
import { type ContactRecordBody, describeRecord } from './describe-record.ts';
import { findOwnNote, insertCorrection, type Place } from './repository.ts';

type Correction = { readonly contactNoteId: string; readonly requestKey: string; readonly body: string };

/** Adds to a note of the own organisation, whoever there wrote it and whenever. */
export async function correctContactNote(
  context: Context,
  access: AccessContext,
  input: Place & Correction,
): Promise<ContactRecordBody> {
  const { contactNoteId, firmId, organisationId, requestKey, body } = input;
  return atNotes(context, access, input, async (tx) => {
    if ((await findOwnNote(tx, input)) === undefined) throw new DomainError('not-found');
    const correctionId = context.identifiers.newId();
    const writtenAt = context.clock.now();
    await insertCorrection(tx, { correctionId, firmId, contactNoteId, requestKey, body, writtenAt });
    const detail = { firmId, organisationId };
    const event = { objectKind: 'contact-note', objectId: contactNoteId, detail };
    await recordAudit(tx, { action: 'contact-note-changed', ...event });
    return describeRecord(context, tx, input);
  });
}
