import SQL from '@nearform/sql';
import * as z from 'zod';
import { mostInvitations } from '#shared/domain/campaign/invitation-limit.ts';
import { organiserKinds } from '#shared/domain/campaign/region-view.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { invitedOfLate } from './address-repository.ts';

const toWriteSchema = z.object({
  inviteeId: z.uuid(),
  campaignId: z.uuid(),
  organisationId: z.uuid(),
  firmName: z.string(),
  email: z.string(),
  language: languageSchema,
  optOutId: z.uuid(),
  isReached: z.boolean(),
  isAskedAgain: z.boolean(),
  /** How often the invitation was sent again. */
  timesAgain: z.int(),
  /** How many invitations of the organisation were written to the address of late. */
  invitedOfLate: z.int(),
  invitedOn: z.string().nullable(),
  remindedFor: z.string().nullable(),
  organiserName: localisedTextSchema,
  organiserKind: z.enum(organiserKinds),
  name: localisedTextSchema,
  message: localisedTextSchema,
  formCode: z.string(),
  instrumentVersionId: z.uuid(),
  opensOn: z.string(),
  closesOn: z.string(),
  graceDays: z.int(),
  reminderDays: z.array(z.string()),
});
export type ToWrite = z.infer<typeof toWriteSchema>;

/** One worker writes at a time, so that what an address has had of late is counted right. False: another does. */
export async function takeTurnToWrite(tx: Transaction): Promise<boolean> {
  const { isOurs } = await one(
    tx,
    z.object({ isOurs: z.boolean() }),
    SQL`select pg_try_advisory_xact_lock(hashtextextended('campaign-mails', 0)) as "isOurs"`,
  );
  return isOurs;
}

/**
 * Firms of calls that are open on the day, who may be due a mail, and holds them until the transaction ends. Whom another
 * worker holds is passed over, and so is to whom a mail is still on its way: nobody gets two at once. Whom the organisation
 * has invited as often as it may of late waits. A sieve only: what each is due is decided by the rules of a call.
 */
export async function takeFirmsToWrite(
  tx: Transaction,
  { day, invitedSince, most }: { day: string; invitedSince: Date; most: number },
): Promise<ToWrite[]> {
  return many(
    tx,
    toWriteSchema,
    SQL`select i.invitee_id as "inviteeId", i.campaign_id as "campaignId", i.organisation_id as "organisationId",
        i.firm_name as "firmName", i.email, i.language,
        i.opt_out_id as "optOutId", i.sent_at is not null as "isReached",
        i.asked_again_at is not null and i.sent_at is null as "isAskedAgain", (
          select count(*)::integer from campaign_mails k where k.invitee_id = i.invitee_id and k.occasion like 'again-%'
        ) as "timesAgain", coalesce(late.count, 0) as "invitedOfLate",
        (coalesce(i.sent_at, i.invited_at) at time zone 'Europe/Stockholm')::date::text as "invitedOn",
        i.reminded_for::text as "remindedFor", o.name as "organiserName", o.kind as "organiserKind", c.name, c.message, c.form_code as "formCode",
        c.instrument_version_id as "instrumentVersionId", c.opens_on::text as "opensOn",
        c.closes_on::text as "closesOn", c.grace_days as "graceDays", c.reminder_days::text[] as "reminderDays"
      from campaigns c
      join organisations o on o.organisation_id = c.organisation_id
      join campaign_firms i on i.campaign_id = c.campaign_id
        and i.finished_at is null and i.opted_out_at is null and i.bounced_at is null and i.erased_at is null
      left join ${invitedOfLate(invitedSince)} late on late.organisation_id = i.organisation_id
        and late.email_sha256 = sha256(convert_to(i.email, 'UTF8'))
      where c.opened_at is not null and c.ended_at is null and ${day}::date between c.opens_on and c.closes_on
        and (i.invited_at is null or (i.asked_again_at is not null and i.sent_at is null) or exists (
          select 1 from unnest(c.reminder_days) r (day)
          where r.day <= ${day}::date and r.day > (coalesce(i.sent_at, i.invited_at) at time zone 'Europe/Stockholm')::date
            and (i.reminded_for is null or r.day > i.reminded_for)
        ))
        and not exists (
          select 1 from campaign_mails k join outbox_mails m on m.mail_id = k.mail_id
          where k.invitee_id = i.invitee_id and m.settled_at is null
        )
        and (i.invited_at is not null or coalesce(late.count, 0) < ${mostInvitations})
        and not refuses_campaign_mail(i.invitee_id)
      order by i.campaign_id, i.invitee_id limit ${most}
      for update of i skip locked`,
  );
}

export type WrittenMail = {
  readonly inviteeId: string;
  readonly mailId: string;
  /** The invitation, one that was asked for again, or the day of a reminder. */
  readonly occasion: string;
  readonly reminderDay: string | null;
};

/** With the mails themselves, in one transaction: neither is without the other. */
export async function noteWritten(tx: Transaction, mails: readonly WrittenMail[], now: Date): Promise<void> {
  await exec(
    tx,
    SQL`insert into campaign_mails (mail_id, invitee_id, occasion, written_at)
      select "mailId", "inviteeId", occasion, ${now}
      from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) m ("mailId" uuid, "inviteeId" uuid, occasion text)`,
  );
  await exec(
    tx,
    SQL`update campaign_firms i
      set invited_at = coalesce(i.invited_at, ${now}), asked_again_at = null, reminded_for = coalesce(m."reminderDay", i.reminded_for),
        reminded_at = case when m."reminderDay" is null then i.reminded_at else ${now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) m ("inviteeId" uuid, "reminderDay" date)
      where i.invitee_id = m."inviteeId"`,
  );
}
