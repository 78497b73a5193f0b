import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Language, languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import type { Contact } from '#shared/domain/outreach/contact-rows.ts';
import { type ReminderOutcome, reminderOutcomes } from '#shared/domain/outreach/reminders.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Whether the session advises at the organisation. */
export async function getProviderName(tx: Transaction, organisationId: string): Promise<{ sv: string; en: string }> {
  const { name } = await one(
    tx,
    z.object({ name: localisedTextSchema }),
    SQL`select name from organisations where organisation_id = ${organisationId}`,
  );
  return name;
}

const contactRowSchema = z.object({
  contactId: z.uuid(),
  firmName: z.string(),
  email: z.string(),
  organisationNumber: z.string().nullable(),
  contactName: z.string().nullable(),
  telephone: z.string().nullable(),
  language: languageSchema,
  importedAt: z.date(),
  invitedAt: z.date().nullable(),
  isLettingIn: z.boolean(),
});
export type ContactRow = z.infer<typeof contactRowSchema>;

const matches = (organisationId: string, search: string | undefined) =>
  SQL`c.organisation_id = ${organisationId} and ${
    search === undefined
      ? SQL`true`
      : SQL`(position(lower(${search}) in lower(c.firm_name || ' ' || coalesce(c.contact_name, ''))) > 0
          or position(lower(${search}) in c.email) > 0)`
  }`;

/** By name, from the offset on; a firm that lets one of the session's providers in is one whose row can be seen. */
export async function listContactRows(
  tx: Transaction,
  {
    organisationId,
    search,
    offset,
    limit,
  }: { organisationId: string; search: string | undefined; offset: number; limit: number },
): Promise<ContactRow[]> {
  return many(
    tx,
    contactRowSchema,
    SQL`select c.contact_id as "contactId", c.firm_name as "firmName", c.email,
        c.organisation_number as "organisationNumber", c.contact_name as "contactName", c.telephone,
        c.language, c.imported_at as "importedAt", c.invited_at as "invitedAt",
        exists (select 1 from firms f where f.organisation_number = c.organisation_number) as "isLettingIn"
      from provider_contacts c where ${matches(organisationId, search)}
      order by lower(c.firm_name), c.contact_id offset ${offset} limit ${limit}`,
  );
}

export async function countContacts(
  tx: Transaction,
  organisationId: string,
  search: string | undefined,
): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from provider_contacts c where ${matches(organisationId, search)}`,
  );
  return count;
}

const standingSchema = z.object({ email: z.string(), isKnown: z.boolean(), isOptedOut: z.boolean() });

/** Which of the addresses the organisation has already, and which have said no to it; neither for the others. */
export async function listStandings(
  tx: Transaction,
  organisationId: string,
  emails: readonly string[],
): Promise<z.infer<typeof standingSchema>[]> {
  return many(
    tx,
    standingSchema,
    SQL`select email, exists (
          select 1 from provider_contacts c where c.organisation_id = ${organisationId} and c.email = asked.email
        ) as "isKnown", exists (
          select 1 from contact_opt_outs o
          where o.organisation_id = ${organisationId} and o.email_sha256 = sha256(convert_to(asked.email, 'UTF8'))
        ) as "isOptedOut"
      from unnest(${emails}::text[]) asked (email)`,
  );
}

/** New ones; of an address that is known what is said of it now holds, and when it was written to stays. */
export async function saveContacts(
  tx: Transaction,
  organisationId: string,
  contacts: readonly (Contact & { readonly contactId: string; readonly optOutId: string })[],
  now: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`insert into provider_contacts as c (contact_id, organisation_id, firm_name, email, organisation_number,
        contact_name, telephone, language, opt_out_id, imported_at, used_at)
      select "contactId", ${organisationId}, "firmName", email, "organisationNumber", "contactName", telephone, coalesce(language, (
          select k.language from provider_contacts k where k.organisation_id = ${organisationId} and k.email = g.email
        ), 'sv'), "optOutId", ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) g ("contactId" uuid, "optOutId" uuid, "firmName" text,
        email text, "organisationNumber" text, "contactName" text, telephone text, language text)
      on conflict (organisation_id, email) do update
      set firm_name = excluded.firm_name,
        organisation_number = coalesce(excluded.organisation_number, c.organisation_number),
        contact_name = coalesce(excluded.contact_name, c.contact_name),
        telephone = coalesce(excluded.telephone, c.telephone), language = excluded.language,
        imported_at = excluded.imported_at, used_at = excluded.used_at`,
  );
}

/** False when there is no such contact. */
export async function deleteContact(
  tx: Transaction,
  { organisationId, contactId }: { organisationId: string; contactId: string },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ contactId: z.uuid() }),
    SQL`delete from provider_contacts where organisation_id = ${organisationId} and contact_id = ${contactId}
      returning contact_id as "contactId"`,
  );
  return row !== undefined;
}

const invitedSchema = z.object({
  email: z.string(),
  firmName: z.string(),
  optOutId: z.uuid(),
  language: languageSchema,
});

/** Takes down that the contact is written to now, and in which language; undefined when it was lately, or is not there. */
export async function updateToInvited(
  tx: Transaction,
  {
    organisationId,
    contactId,
    language,
  }: { organisationId: string; contactId: string; language: Language | undefined },
  { now, notSince }: { now: Date; notSince: Date },
): Promise<z.infer<typeof invitedSchema> | undefined> {
  return maybeOne(
    tx,
    invitedSchema,
    SQL`update provider_contacts set invited_at = ${now}, used_at = ${now},
        language = coalesce(${language ?? null}, language)
      where organisation_id = ${organisationId} and contact_id = ${contactId}
        and (invited_at is null or invited_at <= ${notSince})
      returning email, firm_name as "firmName", opt_out_id as "optOutId", language`,
  );
}

export async function hasContact(
  tx: Transaction,
  { organisationId, contactId }: { organisationId: string; contactId: string },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ contactId: z.uuid() }),
    SQL`select contact_id as "contactId" from provider_contacts
      where organisation_id = ${organisationId} and contact_id = ${contactId}`,
  );
  return row !== undefined;
}

const outcomeSchema = z.enum(reminderOutcomes);

/** What reminding each of the firms would come to. */
export async function foreseeReminders(
  tx: Transaction,
  { firmIds, organisationId }: { firmIds: readonly string[]; organisationId: string },
  now: Date,
): Promise<Map<string, ReminderOutcome>> {
  const rows = await many(
    tx,
    z.object({ firmId: z.uuid(), outcome: outcomeSchema }),
    SQL`select firm_id as "firmId", foresee_reminder(firm_id, ${organisationId}, ${now}) as outcome
      from unnest(${firmIds}::uuid[]) asked (firm_id)`,
  );
  return new Map(rows.map(({ firmId, outcome }) => [firmId, outcome]));
}

/** Writes to the owners of the firm, whose addresses stay in the database; in a word what came of it. */
export async function remindFirm(
  tx: Transaction,
  { firmId, organisationId }: { firmId: string; organisationId: string },
  now: Date,
): Promise<ReminderOutcome> {
  const { outcome } = await one(
    tx,
    z.object({ outcome: outcomeSchema }),
    SQL`select remind_firm(${firmId}, ${organisationId}, ${now}) as outcome`,
  );
  return outcome;
}

export async function optOut(tx: Transaction, code: string, now: Date): Promise<void> {
  await exec(tx, SQL`select opt_out_of_contact(${code}, ${now})`);
}
