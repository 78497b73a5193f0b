import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { type ContactKind, contactKinds } from '#shared/domain/contact/contact-note.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Place = { readonly organisationId: string; readonly firmId: string };

/** Writes the look down, which opens the notes to this transaction; false when the firm does not let it in. */
export async function insertNotesLook(tx: Transaction, place: Place & { accessEventId: string }): Promise<boolean> {
  const { isLetIn } = await one(
    tx,
    z.object({ isLetIn: z.boolean() }),
    SQL`select look_at_notes(${place.firmId}, ${place.organisationId}, ${place.accessEventId}) as "isLetIn"`,
  );
  return isLetIn;
}

const kindSchema = z.enum(contactKinds);
/** Times as the JSON of a row has them. */
const at = (column: SqlStatement) => SQL`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const noteRowSchema = z.object({
  contactNoteId: z.uuid(),
  organisationId: z.uuid(),
  organisation: localisedTextSchema,
  authorName: z.string().nullable(),
  isBySimulation: z.boolean(),
  isOwn: z.boolean(),
  kind: kindSchema,
  heldOn: z.string(),
  counterpart: z.string(),
  subject: z.string(),
  body: z.string(),
  revision: z.int(),
  writtenAt: z.date(),
  changedAt: z.date().nullable(),
  versions: z.array(
    z.object({
      kind: kindSchema,
      heldOn: z.string(),
      counterpart: z.string(),
      subject: z.string(),
      body: z.string(),
      replacedAt: z.string(),
    }),
  ),
  corrections: z.array(z.object({ authorName: z.string().nullable(), body: z.string(), writtenAt: z.string() })),
});
export type NoteRow = z.infer<typeof noteRowSchema>;

const selectNotes = SQL`
  select n.contact_note_id as "contactNoteId", n.organisation_id as "organisationId", o.name as organisation,
    p.name as "authorName",
    n.person_id is null and coalesce((select f.is_simulated from firms f where f.firm_id = n.firm_id), false)
      as "isBySimulation",
    coalesce(n.person_id = (select current_person_id()), false) as "isOwn", n.kind,
    n.held_on::text as "heldOn", n.counterpart, n.subject, n.body, n.revision, n.created_at as "writtenAt",
    n.changed_at as "changedAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('kind', v.kind, 'heldOn', v.held_on, 'counterpart', v.counterpart,
          'subject', v.subject, 'body', v.body, 'replacedAt', ${at(SQL`v.replaced_at`)}) order by v.revision)
      from contact_note_versions v
      where v.firm_id = n.firm_id and v.contact_note_id = n.contact_note_id
    ), '[]') as versions,
    coalesce((
      select jsonb_agg(jsonb_build_object('authorName', w.name, 'body', k.body, 'writtenAt', ${at(SQL`k.created_at`)})
        order by k.created_at, k.contact_note_correction_id)
      from contact_note_corrections k
      left join people w on w.person_id = k.person_id
      where k.firm_id = n.firm_id and k.contact_note_id = n.contact_note_id
    ), '[]') as corrections
  from contact_notes n
  join organisations o on o.organisation_id = n.organisation_id
  left join people p on p.person_id = n.person_id`;

/** What is open to this transaction of what was written about the firm, the newest first. */
export async function listNotes(tx: Transaction, firmId: string): Promise<NoteRow[]> {
  return many(
    tx,
    noteRowSchema,
    SQL`${selectNotes} where n.firm_id = ${firmId}
      order by n.held_on desc, n.created_at desc, n.contact_note_id desc`,
  );
}

/** One of the organisation's own, held against whoever else changes it; of others' there is none here. */
export async function findOwnNote(
  tx: Transaction,
  { firmId, organisationId, contactNoteId }: Place & { contactNoteId: string },
): Promise<NoteRow | undefined> {
  return maybeOne(
    tx,
    noteRowSchema,
    SQL`${selectNotes} where n.firm_id = ${firmId} and n.organisation_id = ${organisationId}
        and n.contact_note_id = ${contactNoteId}`,
  );
}

const sharingSchema = z.object({ isShared: z.boolean(), others: z.array(localisedTextSchema) });

/** Whether notes are shared with others that the firm lets in, and with which. */
export async function getSharing(tx: Transaction): Promise<z.infer<typeof sharingSchema>> {
  return one(
    tx,
    sharingSchema,
    SQL`select n.is_sharing as "isShared", coalesce((
          select jsonb_agg(o.name order by o.name ->> 'sv') from organisations o
          where o.organisation_id = any (open_note_organisation_ids()) and o.organisation_id <> n.organisation_id
        ), '[]') as others
      from notes_looked_at() n`,
  );
}

const participationSchema = z.object({
  organisation: localisedTextSchema,
  catalogueVersionId: z.uuid(),
  packageCode: z.string(),
  source: z.enum(['request', 'placement']),
  status: z.string(),
  since: z.date(),
});
export type ParticipationRow = z.infer<typeof participationSchema>;

export async function listParticipations(tx: Transaction): Promise<ParticipationRow[]> {
  return many(
    tx,
    participationSchema,
    SQL`select o.name as organisation, a.catalogue_version_id as "catalogueVersionId", a.package_code as "packageCode",
        a.source, a.status, a.since
      from packages_at_open_providers() a
      join organisations o on o.organisation_id = a.organisation_id
      order by a.since desc, a.package_code, a.source`,
  );
}

export type NoteText = {
  readonly kind: ContactKind;
  readonly heldOn: string;
  readonly counterpart: string;
  readonly subject: string;
  readonly body: string;
};

export type NewNote = Place &
  NoteText & { readonly contactNoteId: string; readonly requestKey: string; readonly writtenAt: Date };

/** False when the same request has written it before. */
export async function insertNote(tx: Transaction, note: NewNote): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ contactNoteId: z.uuid() }),
    SQL`insert into contact_notes (contact_note_id, firm_id, organisation_id, person_id, kind, held_on, counterpart,
        subject, body, created_at, request_key)
      values (${note.contactNoteId}, ${note.firmId}, ${note.organisationId}, (select current_person_id()), ${note.kind},
        ${note.heldOn}, ${note.counterpart}, ${note.subject}, ${note.body}, ${note.writtenAt}, ${note.requestKey})
      on conflict do nothing
      returning contact_note_id as "contactNoteId"`,
  );
  return row !== undefined;
}

/** False when it has been changed since, or is not to be written anew any more. */
export async function updateNote(
  tx: Transaction,
  note: NoteText & { readonly contactNoteId: string; readonly revision: number; readonly changedAt: Date },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ contactNoteId: z.uuid() }),
    SQL`update contact_notes
      set kind = ${note.kind}, held_on = ${note.heldOn}, counterpart = ${note.counterpart}, subject = ${note.subject},
        body = ${note.body}, revision = revision + 1, changed_at = ${note.changedAt}
      where contact_note_id = ${note.contactNoteId} and revision = ${note.revision}
      returning contact_note_id as "contactNoteId"`,
  );
  return row !== undefined;
}

export type NewCorrection = {
  readonly correctionId: string;
  readonly firmId: string;
  readonly contactNoteId: string;
  readonly body: string;
  readonly requestKey: string;
  readonly writtenAt: Date;
};

export async function insertCorrection(tx: Transaction, correction: NewCorrection): Promise<void> {
  await exec(
    tx,
    SQL`insert into contact_note_corrections (contact_note_correction_id, firm_id, contact_note_id, person_id, body,
        created_at, request_key)
      values (${correction.correctionId}, ${correction.firmId}, ${correction.contactNoteId},
        (select current_person_id()), ${correction.body}, ${correction.writtenAt}, ${correction.requestKey})
      on conflict do nothing`,
  );
}
