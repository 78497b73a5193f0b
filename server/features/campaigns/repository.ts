import SQL from '@nearform/sql';
import * as z from 'zod';
import { organiserKinds } from '#shared/domain/campaign/region-view.ts';
import { type LocalisedText, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { mailStateOfInvitee, stateOfInvitee } from './invitee-repository.ts';

type Place = { readonly organisationId: string; readonly campaignId: string };

const campaignRowSchema = z.object({
  campaignId: z.uuid(),
  isSimulated: z.boolean(),
  name: localisedTextSchema,
  message: localisedTextSchema,
  formCode: z.string(),
  instrumentVersionId: z.uuid(),
  /** By the organiser. */
  isVersionChosen: z.boolean(),
  versionNumber: z.int(),
  versionPublishedAt: z.date(),
  opensOn: z.string(),
  closesOn: z.string(),
  graceDays: z.int(),
  reminderDays: z.array(z.string()),
  revision: z.int(),
  openedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;

const campaignColumns = SQL`c.campaign_id as "campaignId", c.is_simulated as "isSimulated", c.name, c.message, c.form_code as "formCode",
  c.instrument_version_id as "instrumentVersionId", c.is_version_chosen as "isVersionChosen",
  v.version_number as "versionNumber", v.published_at as "versionPublishedAt", c.opens_on::text as "opensOn",
  c.closes_on::text as "closesOn", c.grace_days as "graceDays", c.reminder_days::text[] as "reminderDays", c.revision,
  c.opened_at as "openedAt", c.ended_at as "endedAt"`;

const fromCampaigns = SQL`from campaigns c join instrument_versions v on v.instrument_version_id = c.instrument_version_id`;

export async function findCampaign(tx: Transaction, place: Place): Promise<CampaignRow | undefined> {
  return maybeOne(
    tx,
    campaignRowSchema,
    SQL`select ${campaignColumns} ${fromCampaigns}
      where c.organisation_id = ${place.organisationId} and c.campaign_id = ${place.campaignId}`,
  );
}

/** Until the transaction ends, nobody else changes it. */
export async function lockCampaign(tx: Transaction, place: Place): Promise<CampaignRow | undefined> {
  await exec(
    tx,
    SQL`select 1 from campaigns where organisation_id = ${place.organisationId} and campaign_id = ${place.campaignId}
      for update`,
  );
  return findCampaign(tx, place);
}

const countColumns = SQL`
  count(*) filter (where f.state in ('invited', 'begun', 'finished') or (f.state = 'opted-out' and f.sent_at is not null))::integer
    as invited,
  count(*) filter (where f.state in ('begun', 'finished'))::integer as begun,
  count(*) filter (where f.state = 'finished')::integer as finished`;
const countShape = { invited: z.int(), begun: z.int(), finished: z.int() };

const listedSchema = campaignRowSchema.extend({ firms: z.int(), ...countShape });

/** The newest first, two hundred at most. */
export async function listCampaignRows(
  tx: Transaction,
  organisationId: string,
): Promise<z.infer<typeof listedSchema>[]> {
  return many(
    tx,
    listedSchema,
    SQL`select ${campaignColumns}, n.* ${fromCampaigns}
      cross join lateral (
        select count(*)::integer as firms, ${countColumns}
        from (select i.sent_at, ${stateOfInvitee} as state from campaign_firms i where i.campaign_id = c.campaign_id) f
      ) n
      where c.organisation_id = ${organisationId} order by c.created_at desc, c.campaign_id limit 200`,
  );
}

export async function countCampaignRows(tx: Transaction, organisationId: string): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from campaigns where organisation_id = ${organisationId}`,
  );
  return count;
}

const placedSchema = z.object({
  municipality: z.string().nullable(),
  branch: z.string().nullable(),
  sizeClass: z.string().nullable(),
  firms: z.int(),
  bounced: z.int(),
  undelivered: z.int(),
  optedOut: z.int(),
  waiting: z.int(),
  ...countShape,
});
export type PlacedCount = z.infer<typeof placedSchema>;

/** How far firms have come, by where they are, what they do and how large they are. */
export async function countInvitees(tx: Transaction, { organisationId, campaignId }: Place): Promise<PlacedCount[]> {
  return many(
    tx,
    placedSchema,
    SQL`select f.municipality, f.branch, f.size_class as "sizeClass", count(*)::integer as firms,
        count(*) filter (where f.state = 'bounced')::integer as bounced,
        count(*) filter (where f.state = 'undelivered')::integer as undelivered,
        count(*) filter (where f.opted_out_at is not null)::integer as "optedOut",
        count(*) filter (where f.state = 'waiting')::integer as waiting, ${countColumns}
      from (
        select i.*, ${stateOfInvitee} as state from campaign_firms i
        where i.organisation_id = ${organisationId} and i.campaign_id = ${campaignId}
      ) f
      group by f.municipality, f.branch, f.size_class`,
  );
}

const alikeSchema = z.object({
  invitedOn: z.string().nullable(),
  remindedFor: z.string().nullable(),
  count: z.int(),
});

/** Those that have not finished and can be written to, by when they were. */
export async function countByMail(
  tx: Transaction,
  { organisationId, campaignId }: Place,
): Promise<z.infer<typeof alikeSchema>[]> {
  return many(
    tx,
    alikeSchema,
    SQL`select (coalesce(i.sent_at, i.invited_at) at time zone 'Europe/Stockholm')::date::text as "invitedOn",
        i.reminded_for::text as "remindedFor", count(*)::integer as count
      from campaign_firms i
      where i.organisation_id = ${organisationId} and i.campaign_id = ${campaignId}
        and i.finished_at is null and i.opted_out_at is null and i.bounced_at is null
      group by 1, 2`,
  );
}

const groupsSchema = z.array(
  z.object({ branch: z.string().nullable(), invited: z.int(), begun: z.int(), finished: z.int() }),
);
/** Of those invited before the day: counted, and in groups of five at least, by the database itself. */
const groupsOn = (day: string) =>
  SQL`(select coalesce(jsonb_agg(to_jsonb(g) order by g.branch), '[]') from count_for_region(c.campaign_id, ${day}::date) g)`;

const listedOfRegionSchema = campaignRowSchema.extend({ firms: z.int(), groups: groupsSchema });

/** The newest first, as a region reads them. */
export async function listRegionCampaignRows(
  tx: Transaction,
  organisationId: string,
  today: string,
): Promise<z.infer<typeof listedOfRegionSchema>[]> {
  return many(
    tx,
    listedOfRegionSchema,
    SQL`select ${campaignColumns}, ${groupsOn(today)} as groups,
        (select count(*)::integer from campaign_firms i where i.campaign_id = c.campaign_id) as firms
      ${fromCampaigns}
      where c.organisation_id = ${organisationId} order by c.created_at desc, c.campaign_id limit 200`,
  );
}

const regionCountSchema = z.object({
  firms: z.int(),
  bounced: z.int(),
  undelivered: z.int(),
  optedOut: z.int(),
  waiting: z.int(),
  groups: groupsSchema,
});

/** What became of the mail, and how far firms have come by branch. */
export async function countForRegion(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  today: string,
): Promise<z.infer<typeof regionCountSchema>> {
  return one(
    tx,
    regionCountSchema,
    SQL`select n.*, ${groupsOn(today)} as groups from campaigns c
      cross join lateral (
        select count(*)::integer as firms, count(*) filter (where f.state = 'bounced')::integer as bounced,
          count(*) filter (where f.state = 'undelivered')::integer as undelivered,
          count(*) filter (where f.state = 'opted-out')::integer as "optedOut",
          count(*) filter (where f.state = 'waiting')::integer as waiting
        from (select ${mailStateOfInvitee} as state from campaign_firms i where i.campaign_id = c.campaign_id) f
      ) n
      where c.organisation_id = ${organisationId} and c.campaign_id = ${campaignId}`,
  );
}

export type CampaignValues = {
  readonly name: LocalisedText;
  readonly message: LocalisedText;
  readonly formCode: string;
  readonly instrumentVersionId: string;
  readonly isVersionChosen: boolean;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly graceDays: number;
  readonly reminderDays: readonly string[];
};

export async function insertCampaign(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  values: CampaignValues,
  now: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`insert into campaigns (campaign_id, organisation_id, name, message, form_code, instrument_version_id,
        is_version_chosen, opens_on, closes_on, grace_days, reminder_days, created_at)
      values (${campaignId}, ${organisationId}, ${JSON.stringify(values.name)}, ${JSON.stringify(values.message)},
        ${values.formCode}, ${values.instrumentVersionId}, ${values.isVersionChosen}, ${values.opensOn},
        ${values.closesOn}, ${values.graceDays},
        ${values.reminderDays}::date[], ${now})`,
  );
}

export async function updateCampaign(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  values: CampaignValues,
): Promise<void> {
  await exec(
    tx,
    SQL`update campaigns set name = ${JSON.stringify(values.name)}, message = ${JSON.stringify(values.message)},
        form_code = ${values.formCode}, instrument_version_id = ${values.instrumentVersionId},
        is_version_chosen = ${values.isVersionChosen}, opens_on = ${values.opensOn}, closes_on = ${values.closesOn}, grace_days = ${values.graceDays},
        reminder_days = ${values.reminderDays}::date[], revision = revision + 1
      where organisation_id = ${organisationId} and campaign_id = ${campaignId}`,
  );
}

export async function updateToOpened(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  { instrumentVersionId, now }: { instrumentVersionId: string; now: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update campaigns set opened_at = ${now}, instrument_version_id = ${instrumentVersionId}, revision = revision + 1
      where organisation_id = ${organisationId} and campaign_id = ${campaignId} and opened_at is null`,
  );
}

export async function updateToEnded(tx: Transaction, { organisationId, campaignId }: Place, now: Date): Promise<void> {
  await exec(
    tx,
    SQL`update campaigns set ended_at = ${now}, revision = revision + 1
      where organisation_id = ${organisationId} and campaign_id = ${campaignId} and ended_at is null`,
  );
}

export async function deleteCampaign(tx: Transaction, { organisationId, campaignId }: Place): Promise<void> {
  await exec(
    tx,
    SQL`delete from campaigns
      where organisation_id = ${organisationId} and campaign_id = ${campaignId} and opened_at is null`,
  );
}

const organiserSchema = z.object({ organiserName: localisedTextSchema, organiserKind: z.enum(organiserKinds) });

export async function getOrganiser(tx: Transaction, organisationId: string): Promise<z.infer<typeof organiserSchema>> {
  return one(
    tx,
    organiserSchema,
    SQL`select name as "organiserName", kind as "organiserKind" from organisations
      where organisation_id = ${organisationId}`,
  );
}
