import SQL from '@nearform/sql';
import * as z from 'zod';
import { mostInvitations } from '#shared/domain/campaign/invitation-limit.ts';
import type { Invitee } from '#shared/domain/campaign/invitee-rows.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { invitedOfLate } from './address-repository.ts';

type Place = { readonly organisationId: string; readonly campaignId: string };

/** Where an invitation stands, in the words of the contract. Invited is whom a mail has reached. */
export const stateOfInvitee = SQL`case when i.finished_at is not null then 'finished' when i.begun_at is not null then 'begun'
  when i.opted_out_at is not null then 'opted-out' when i.bounced_at is not null then 'bounced'
  when i.sent_at is not null then 'invited' when i.undelivered_at is not null then 'undelivered' else 'waiting' end`;

/** What became of the mail to it, which is all that a region reads. Whom a mail has reached stays invited. */
export const mailStateOfInvitee = SQL`case when i.opted_out_at is not null then 'opted-out'
  when i.sent_at is not null then 'invited' when i.bounced_at is not null then 'bounced'
  when i.undelivered_at is not null then 'undelivered' else 'waiting' end`;

const states = { provider: stateOfInvitee, region: mailStateOfInvitee } as const satisfies Record<
  OrganiserKind,
  unknown
>;
/** The database keeps them from a region. */
const progress = {
  provider: SQL`i.reminded_at as "remindedAt", i.begun_at as "begunAt", i.finished_at as "finishedAt"`,
  region: SQL`null::timestamptz as "remindedAt", null::timestamptz as "begunAt", null::timestamptz as "finishedAt"`,
} as const satisfies Record<OrganiserKind, unknown>;

const stateSchema = z.enum(['waiting', 'invited', 'undelivered', 'begun', 'finished', 'bounced', 'opted-out']);

/** Until the transaction ends, whoever says no to the organisation waits for what it stores. */
export async function holdBackOptOuts(tx: Transaction, { organisationId }: Place): Promise<void> {
  await exec(
    tx,
    SQL`select pg_advisory_xact_lock_shared(hashtextextended('campaign-firms:' || ${organisationId}::text, 0))`,
  );
}

export async function countInCampaign(tx: Transaction, { organisationId, campaignId }: Place): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from campaign_firms
      where organisation_id = ${organisationId} and campaign_id = ${campaignId}`,
  );
  return count;
}

export type NewInvitee = Invitee & { readonly inviteeId: string; readonly optOutId: string };

/** Where a file does not say, an address is written to in the language the organisation has for it, or in Swedish. */
export async function insertInvitees(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  invitees: readonly NewInvitee[],
  now: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`insert into campaign_firms (invitee_id, organisation_id, campaign_id, firm_name, email, organisation_number,
        contact_name, municipality, branch, size_class, language, opt_out_id, added_at)
      select g."inviteeId", ${organisationId}, ${campaignId}, g."firmName", g.email, g."organisationNumber",
        g."contactName", g.municipality, g.branch, g."sizeClass", coalesce(g.language, p.language, 'sv'), g."optOutId",
        ${now}
      from jsonb_to_recordset(${JSON.stringify(invitees)}::jsonb) g ("inviteeId" uuid, "optOutId" uuid, "firmName" text,
        email text, "organisationNumber" text, "contactName" text, municipality text, branch text, "sizeClass" text,
        language text)
      left join provider_contacts p on p.organisation_id = ${organisationId} and p.email = g.email`,
  );
}

/** Earlier contacts that a search finds, which are not in the call by address or number; of one number the first. */
export async function insertContactsAsInvitees(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  { search, most, now, invitedSince }: { search: string | undefined; most: number; now: Date; invitedSince: Date },
): Promise<{ added: number; alreadyThere: number; leftOut: number }> {
  return one(
    tx,
    z.object({ added: z.int(), alreadyThere: z.int(), leftOut: z.int() }),
    SQL`with found as (
        select c.*, row_number() over (partition by coalesce(c.organisation_number, c.contact_id::text) order by c.email) as nth
        from provider_contacts c
        where c.organisation_id = ${organisationId} and (
          ${search ?? null}::text is null
          or position(lower(${search ?? ''}) in lower(c.firm_name || ' ' || coalesce(c.contact_name, '') || ' ' || c.email)) > 0
        )
      ), staff as materialized (
        select own_staff_among(${organisationId}, array(select email from found)) as own
      ), fresh as (
        select f.* from found f
        left join ${invitedOfLate(invitedSince)} late on late.organisation_id = ${organisationId}
          and late.email_sha256 = sha256(convert_to(f.email, 'UTF8'))
        where f.nth = 1 and not exists (
          select 1 from campaign_firms i where i.campaign_id = ${campaignId} and i.email = f.email
        ) and not exists (
          select 1 from campaign_firms i
          where i.campaign_id = ${campaignId} and i.organisation_number = f.organisation_number
        ) and not exists (
          select 1 from contact_opt_outs o
          where o.organisation_id = ${organisationId} and o.email_sha256 = sha256(convert_to(f.email, 'UTF8'))
        ) and not exists (
          select 1 from campaign_former_firms g where g.organisation_id = ${organisationId}
            and g.campaign_id = ${campaignId} and g.email_sha256 = sha256(convert_to(f.email, 'UTF8'))
        ) and coalesce(late.count, 0) < ${mostInvitations}
          and f.email <> all ((select own from staff)::text[])
      ), chosen as (
        select * from fresh order by lower(firm_name), contact_id limit ${most}
      ), added as (
        insert into campaign_firms (invitee_id, organisation_id, campaign_id, firm_name, email, organisation_number,
          contact_name, language, opt_out_id, added_at)
        select gen_random_uuid(), ${organisationId}, ${campaignId}, f.firm_name, f.email, f.organisation_number,
          f.contact_name, f.language, gen_random_uuid(), ${now}
        from chosen f returning 1
      )
      select (select count(*)::integer from added) as added,
        ((select count(*) from found) - (select count(*) from fresh))::integer as "alreadyThere",
        ((select count(*) from fresh) - (select count(*) from added))::integer as "leftOut"`,
  );
}

const inviteeRowSchema = z.object({
  inviteeId: z.uuid(),
  state: stateSchema,
  firmName: z.string(),
  email: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  municipality: z.string().nullable(),
  branch: z.string().nullable(),
  sizeClass: z.string().nullable(),
  language: languageSchema,
  invitedAt: z.date().nullable(),
  /** A mail has reached it. */
  isReached: z.boolean(),
  remindedAt: z.date().nullable(),
  begunAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type InviteeRow = z.infer<typeof inviteeRowSchema>;

export type InviteeSearch = { readonly state?: string | undefined; readonly search?: string | undefined };

const matching = (organiser: OrganiserKind, { organisationId, campaignId }: Place, { state, search }: InviteeSearch) =>
  SQL`i.organisation_id = ${organisationId} and i.campaign_id = ${campaignId}
    and (${state ?? null}::text is null or ${states[organiser]} = ${state ?? ''})
    and (${search ?? null}::text is null
      or position(lower(${search ?? ''}) in lower(i.firm_name || ' ' || coalesce(i.email, ''))) > 0)`;

/** By name, from the offset on. */
export async function listInviteeRows(
  tx: Transaction,
  organiser: OrganiserKind,
  place: Place,
  { offset, limit, ...search }: InviteeSearch & { readonly offset: number; readonly limit: number },
): Promise<InviteeRow[]> {
  return many(
    tx,
    inviteeRowSchema,
    SQL`select i.invitee_id as "inviteeId", ${states[organiser]} as state, i.firm_name as "firmName", i.email,
        i.organisation_number as "organisationNumber", i.municipality, i.branch, i.size_class as "sizeClass", i.language,
        i.invited_at as "invitedAt", i.sent_at is not null as "isReached", ${progress[organiser]}
      from campaign_firms i where ${matching(organiser, place, search)}
      order by lower(i.firm_name), i.invitee_id offset ${offset} limit ${limit}`,
  );
}

export async function countInviteeRows(
  tx: Transaction,
  organiser: OrganiserKind,
  place: Place,
  search: InviteeSearch,
): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from campaign_firms i where ${matching(organiser, place, search)}`,
  );
  return count;
}

/** Notes that the invitation is wanted once more where none got through, of one firm or all; of how many. */
export async function updateToAskedAgain(
  tx: Transaction,
  campaignId: string,
  { inviteeId, now }: { inviteeId: string | undefined; now: Date },
): Promise<number> {
  const { asked } = await one(
    tx,
    z.object({ asked: z.int() }),
    SQL`select ask_campaign_mail_again(${campaignId}, ${inviteeId ?? null}, ${now}) as asked`,
  );
  return asked;
}

export async function hasInvitee(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  inviteeId: string,
): Promise<boolean> {
  const found = await maybeOne(
    tx,
    removedSchema,
    SQL`select invitee_id as "inviteeId" from campaign_firms
      where organisation_id = ${organisationId} and campaign_id = ${campaignId} and invitee_id = ${inviteeId}`,
  );
  return found !== undefined;
}

const removedSchema = z.object({ inviteeId: z.uuid() });

/** As long as it has not begun: then it stays. */
export async function deleteInvitee(
  tx: Transaction,
  { organisationId, campaignId, inviteeId }: Place & { readonly inviteeId: string },
): Promise<'deleted' | 'has-begun' | 'not-found'> {
  const own = SQL`organisation_id = ${organisationId} and campaign_id = ${campaignId} and invitee_id = ${inviteeId}`;
  // Whoever begins at this moment is waited for.
  const deleted = await maybeOne(
    tx,
    removedSchema,
    SQL`delete from campaign_firms where ${own} and begun_at is null returning invitee_id as "inviteeId"`,
  );
  if (deleted !== undefined) return 'deleted';
  const left = await maybeOne(
    tx,
    removedSchema,
    SQL`select invitee_id as "inviteeId" from campaign_firms where ${own}`,
  );
  return left === undefined ? 'not-found' : 'has-begun';
}

const outcomeSchema = z.object({ outcome: z.enum(['deleted', 'has-mail', 'not-found']) });

/** As long as no mail may have reached it. Whether it has begun is not asked, so that it is not told either. */
export async function deleteInviteeOfRegion(
  tx: Transaction,
  { campaignId, inviteeId }: Place & { readonly inviteeId: string },
): Promise<z.infer<typeof outcomeSchema>['outcome']> {
  const { outcome } = await one(
    tx,
    outcomeSchema,
    SQL`select remove_from_region(${campaignId}, ${inviteeId}) as outcome`,
  );
  return outcome;
}
