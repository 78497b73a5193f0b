import SQL from '@nearform/sql';
import * as z from 'zod';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import { branchSchema, municipalityCodeSchema, sizeClassSchema } from '#shared/domain/firm/firm-profile.ts';
import { wordCodeSchema } from '#shared/domain/instrument/codes.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { exec, one, type Queryable } from '../database/query.ts';
import { swedishDate } from '../mail/swedish-time.ts';
import type { Make } from './import-content.ts';

const firmSchema = z.strictObject({
  name: z.string(),
  municipality: municipalityCodeSchema,
  branch: branchSchema,
  sizeClass: sizeClassSchema,
  state: z.enum(['invited', 'undelivered', 'begun', 'finished', 'bounced', 'opted-out']),
  /** On which day of the call it began, and finished if it did. */
  day: z.int().min(1).optional(),
});

const campaignSchema = z.strictObject({
  organiser: z.strictObject({ kind: z.enum(['provider', 'region']), code: z.string() }),
  name: localisedTextSchema,
  message: localisedTextSchema,
  formCode: wordCodeSchema,
  openedDaysAgo: z.int().min(1),
  closesInDays: z.int().min(0),
  graceDays: z.int(),
  remindedDaysAgo: z.array(z.int().min(1)),
  firms: z.array(firmSchema),
});
type DemoCampaign = z.infer<typeof campaignSchema>;
type DemoInvitee = z.infer<typeof firmSchema>;

/** `demo/campaigns.yaml`: calls of made-up firms. */
export const demoCampaignsSchema = z.strictObject({ campaigns: z.array(campaignSchema) });
export type DemoCampaigns = z.infer<typeof demoCampaignsSchema>;

/** Mornings of the days of a call, ten in Sweden or nine. */
const morning = (day: string): Date => new Date(`${day}T08:00:00.000Z`);

/** The columns that say how far a firm has come. All mail that was due to it has been written. */
function standingOf({ state, day }: DemoInvitee, opensOn: string, remindedOn: string | undefined) {
  const sent = morning(opensOn);
  const came = day === undefined ? undefined : addDays(opensOn, day);
  const hasFinished = state === 'finished';
  const isReminded =
    remindedOn !== undefined && (state === 'invited' || (came !== undefined && (!hasFinished || came > remindedOn)));
  return {
    invitedAt: sent,
    sentAt: state === 'undelivered' || state === 'bounced' ? null : sent,
    bouncedAt: state === 'bounced' ? sent : null,
    undeliveredAt: state === 'undelivered' ? sent : null,
    optedOutAt: state === 'opted-out' ? sent : null,
    begunAt: came === undefined ? null : morning(came),
    finishedAt: hasFinished && came !== undefined ? morning(came) : null,
    remindedAt: isReminded ? morning(remindedOn) : null,
    // Dealt with for everybody, so that nobody is due any mail.
    remindedFor: remindedOn ?? null,
  };
}

async function importCampaign(db: Queryable, campaign: DemoCampaign, { identifiers, clock }: Make): Promise<void> {
  const now = clock.now();
  const today = swedishDate(now);
  const opensOn = addDays(today, -campaign.openedDaysAgo);
  const reminderDays = campaign.remindedDaysAgo.map((days) => addDays(today, -days)).toSorted();
  const campaignId = identifiers.newId();
  const { organiser, name, message, formCode, graceDays, firms } = campaign;
  const { isMade } = await one(
    db,
    z.object({ isMade: z.boolean() }),
    SQL`with made as (
        insert into campaigns (campaign_id, organisation_id, name, message, form_code, instrument_version_id, opens_on,
          closes_on, grace_days, reminder_days, is_simulated, created_at, opened_at)
        select ${campaignId}, o.organisation_id, ${JSON.stringify(name)}, ${JSON.stringify(message)}, ${formCode},
          v.instrument_version_id, ${opensOn}, ${addDays(today, campaign.closesInDays)}, ${graceDays},
          ${reminderDays}::date[], true, ${morning(opensOn)}, ${morning(opensOn)}
        from organisations o, instrument_versions v
        where o.kind = ${organiser.kind} and o.code = ${organiser.code} and v.status = 'published'
        order by v.version_number desc limit 1
        returning 1
      ) select exists (select 1 from made) as "isMade"`,
  );
  if (!isMade) return;
  const rows = firms.map((firm, at) => ({
    ...firm,
    ...standingOf(firm, opensOn, reminderDays.at(-1)),
    inviteeId: identifiers.newId(),
    email: `kontakt@${organiser.kind}-${at + 1}.example`,
    optOutId: crypto.randomUUID(),
  }));
  await exec(
    db,
    SQL`insert into campaign_firms (invitee_id, organisation_id, campaign_id, firm_name, email, municipality, branch,
        size_class, language, opt_out_id, added_at, invited_at, sent_at, bounced_at, undelivered_at, opted_out_at, begun_at,
        finished_at, reminded_at, reminded_for)
      select f."inviteeId", c.organisation_id, c.campaign_id, f.name, case when f.state <> 'opted-out' then f.email end,
        case when f.state <> 'opted-out' then f.municipality end, case when f.state <> 'opted-out' then f.branch end,
        case when f.state <> 'opted-out' then f."sizeClass" end, 'sv', f."optOutId", c.opened_at, f."invitedAt",
        f."sentAt", f."bouncedAt", f."undeliveredAt", f."optedOutAt", f."begunAt", f."finishedAt", f."remindedAt",
        f."remindedFor"
      from campaigns c, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) f ("inviteeId" uuid, name text, state text,
        email text, municipality text, branch text, "sizeClass" text, "optOutId" uuid, "invitedAt" timestamptz,
        "sentAt" timestamptz, "bouncedAt" timestamptz, "undeliveredAt" timestamptz, "optedOutAt" timestamptz,
        "begunAt" timestamptz, "finishedAt" timestamptz, "remindedAt" timestamptz, "remindedFor" date)
      where c.campaign_id = ${campaignId}`,
  );
}

/** By the owner of the tables, once. */
export async function importDemoCampaigns(db: Queryable, { campaigns }: DemoCampaigns, make: Make): Promise<void> {
  const query = SQL`select exists (select 1 from campaigns where is_simulated) as "isThere"`;
  if ((await one(db, z.object({ isThere: z.boolean() }), query)).isThere) return;
  for (const campaign of campaigns) await importCampaign(db, campaign, make);
}
