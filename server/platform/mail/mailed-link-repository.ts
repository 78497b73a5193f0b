import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne, type Queryable } from '../database/query.ts';
import type { MailKind } from './mail-kinds.ts';
import type { ClaimedMail } from './repository.ts';
import { swedishDate } from './swedish-time.ts';

/** The mail and the link that it tells of. */
type Told = Pick<ClaimedMail, 'mailId' | 'claimId'> & { readonly linkId: string };

/** A link that is told of by mail, with a key that is made when the mail is. */
export type MailedLink = {
  /** The fact of the mail that names it. */
  readonly fact: string;
  /** Whether another mail of the link is just going, so that this one waits for what becomes of that. Asked before `isLive`. */
  isBehind?(tx: Queryable, told: Told): Promise<boolean>;
  /** Whether the link opens anything, so that it is of use to tell of it. */
  isLive(tx: Queryable, told: Told, now: Date): Promise<boolean>;
  /** In place of the key of an earlier try, by whoever holds the mail it goes out in. False: it is somebody else's now. */
  updateKey(tx: Queryable, told: Told, keySha256: Buffer): Promise<boolean>;
};

const idSchema = z.object({ linkId: z.uuid() });
type Query = ReturnType<typeof SQL>;
const finds = async (tx: Queryable, query: Query): Promise<boolean> =>
  (await maybeOne(tx, idSchema, query)) !== undefined;

const holds = ({ mailId, claimId }: Told): Query =>
  SQL`exists (select 1 from outbox_mails where mail_id = ${mailId} and claim_id = ${claimId} and status = 'claimed')`;

type Kept = 'mailed_key_sha256' | 'reminder_key_sha256';

/** Each mail has a key of its own, so that the one before goes on. */
const ofRespondent = (column: Kept, isWanted: Query): MailedLink => ({
  fact: 'respondentId',
  isLive: (tx, { linkId }, now) =>
    finds(
      tx,
      SQL`select respondent_id as "linkId" from respondents
        where respondent_id = ${linkId} and taken_back_at is null and expires_at > ${now} and ${isWanted}`,
    ),
  updateKey: (tx, told, keySha256) =>
    finds(
      tx,
      SQL`update respondents set ${SQL.unsafe(column)} = ${keySha256}
        where respondent_id = ${told.linkId} and ${holds(told)} returning respondent_id as "linkId"`,
    ),
});

/** Other mails of the campaign to the firm of the mail m. */
const otherMails = SQL`campaign_mails k join outbox_mails o on o.mail_id = k.mail_id
  where k.invitee_id = m.invitee_id and k.mail_id <> m.mail_id`;

/**
 * Asked as it is sent: the campaign is open on the day, and whom the mail is to has neither finished nor said no, nor had another mail
 * that came back. One that came back itself may be sent again by hand. Organiser and coordination may each have had one sent again:
 * the later one goes, and neither where another has gone since it was written. Each is in hand before it asks, so that of two at once
 * one sees the other.
 */
const ofCampaign: MailedLink = {
  fact: 'inviteeId',
  isBehind: (tx, { mailId }) =>
    finds(
      tx,
      SQL`select m.mail_id as "linkId" from campaign_mails m
        where m.mail_id = ${mailId} and exists (
          select 1 from ${otherMails} and (k.written_at, k.mail_id) < (m.written_at, m.mail_id)
            and o.status in ('claimed', 'handing-over')
        )`,
    ),
  isLive: (tx, { mailId }, now) =>
    finds(
      tx,
      SQL`select m.mail_id as "linkId" from campaign_mails m
        join campaign_firms i on i.invitee_id = m.invitee_id and i.finished_at is null and i.opted_out_at is null
          and i.erased_at is null and (i.bounced_at is null or i.bounced_mail_id = m.mail_id)
        join campaigns c on c.campaign_id = i.campaign_id and c.ended_at is null
          and c.closes_on >= ${swedishDate(now)}::date
        where m.mail_id = ${mailId} and not refuses_campaign_mail(i.invitee_id) and not exists (
          select 1 from ${otherMails} and (
            (o.status = 'sent' and o.settled_at > m.written_at)
            or (o.settled_at is null and (k.written_at, k.mail_id) > (m.written_at, m.mail_id))
          )
        )`,
    ),
  updateKey: (tx, told, keySha256) =>
    finds(
      tx,
      SQL`update campaign_mails set key_sha256 = ${keySha256}
        where mail_id = ${told.mailId} and ${holds(told)} returning mail_id as "linkId"`,
    ),
};

export const mailedLinks: Partial<Record<MailKind, MailedLink>> = {
  'result-shared': {
    fact: 'resultLinkId',
    isLive: (tx, { linkId }, now) =>
      finds(
        tx,
        SQL`select result_link_id as "linkId" from result_links
          where result_link_id = ${linkId} and taken_back_at is null and expires_at > ${now}`,
      ),
    updateKey: (tx, told, keySha256) =>
      finds(
        tx,
        SQL`update result_links set mailed_key_sha256 = ${keySha256}
          where result_link_id = ${told.linkId} and ${holds(told)} returning result_link_id as "linkId"`,
      ),
  },
  'respondent-invitation': ofRespondent('mailed_key_sha256', SQL`true`),
  'respondent-reminder': ofRespondent('reminder_key_sha256', SQL`done_at is null`),
  'campaign-invitation': ofCampaign,
  'campaign-reminder': ofCampaign,
};
