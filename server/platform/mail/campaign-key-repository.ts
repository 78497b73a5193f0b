import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne, type Queryable } from '../database/query.ts';
import type { ClaimedMail } from './repository.ts';

const idSchema = z.object({ mailId: z.uuid() });

/**
 * Whether the call is open on the day, and whom the mail is to has neither finished nor said no, nor had another mail that
 * came back. One that came back itself may be sent again by hand.
 */
export async function isCampaignMailWanted(tx: Queryable, mailId: string, day: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`select m.mail_id as "mailId" from campaign_mails m
      join campaign_firms i on i.invitee_id = m.invitee_id and i.finished_at is null and i.opted_out_at is null
        and (i.bounced_at is null or i.bounced_mail_id = m.mail_id)
      join campaigns c on c.campaign_id = i.campaign_id and c.ended_at is null and c.closes_on >= ${day}::date
      where m.mail_id = ${mailId} and not refuses_campaign_mail(i.invitee_id)`,
  );
  return row !== undefined;
}

/** In place of the key of an earlier try, by whoever holds the mail it goes out in. False: it is somebody else's now. */
export async function updateCampaignKey(
  tx: Queryable,
  keySha256: Buffer,
  mail: Pick<ClaimedMail, 'mailId' | 'claimId'>,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`update campaign_mails set key_sha256 = ${keySha256}
      where mail_id = ${mail.mailId} and exists (
        select 1 from outbox_mails
        where mail_id = ${mail.mailId} and claim_id = ${mail.claimId} and status = 'claimed'
      )
      returning mail_id as "mailId"`,
  );
  return row !== undefined;
}
