import type * as z from 'zod/mini';
import type { contactNoteSchema, contactRecordSchema } from '#shared/contracts/contact-notes.ts';
import { mayRewrite } from '#shared/domain/contact/contact-note.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import {
  getSharing,
  listNotes,
  listParticipations,
  type NoteRow,
  type ParticipationRow,
  type Place,
} from './repository.ts';

export type ContactRecordBody = z.input<typeof contactRecordSchema>;
export type ContactNoteBody = z.input<typeof contactNoteSchema>;

/** As whoever may read it reads it: of whose doing it is, the name only. */
export function describeNote({ organisationId: _, isOwn: __, ...row }: NoteRow): ContactNoteBody {
  return { ...row, writtenAt: row.writtenAt.toISOString(), changedAt: row.changedAt?.toISOString() ?? null };
}

export function canRewrite({ isOwn, writtenAt }: NoteRow, now: Date): boolean {
  return mayRewrite({ isAuthor: isOwn, writtenOn: swedishDate(writtenAt), today: swedishDate(now) });
}

async function describeParticipation(context: Context, tx: Transaction, row: ParticipationRow) {
  const { catalogueVersionId, ...participation } = row;
  const version = await context.published.findCatalogue(catalogueVersionId, tx);
  if (version === undefined) throw new DomainError('internal-error');
  const packageName = nameOf(version.catalogue.packages, row.packageCode);
  return { ...participation, packageName, since: row.since.toISOString() };
}

/** What is open of the firm after the look. */
export async function describeRecord(context: Context, tx: Transaction, place: Place): Promise<ContactRecordBody> {
  const now = context.clock.now();
  const notes = await listNotes(tx, place.firmId);
  const participations: ContactRecordBody['participations'] = [];
  for (const row of await listParticipations(tx)) participations.push(await describeParticipation(context, tx, row));
  return {
    ...(await getSharing(tx)),
    notes: notes.map((row) => ({
      ...describeNote(row),
      isOurs: row.organisationId === place.organisationId,
      mayRewrite: row.organisationId === place.organisationId && canRewrite(row, now),
    })),
    participations,
  };
}
