import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne, type Queryable } from '../database/query.ts';
import type { ClaimedMail } from './repository.ts';

const idSchema = z.object({ resultLinkId: z.uuid() });

/** Whether the link opens anything, so that it is of use to tell of it. */
export async function isResultLinkLive(tx: Queryable, resultLinkId: string, now: Date): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`select result_link_id as "resultLinkId" from result_links
      where result_link_id = ${resultLinkId} and taken_back_at is null and expires_at > ${now}`,
  );
  return row !== undefined;
}

/** In place of the key of an earlier try, by whoever holds the mail it goes out in. False: it is somebody else's now. */
export async function updateMailedKey(
  tx: Queryable,
  resultLinkId: string,
  keySha256: Buffer,
  mail: Pick<ClaimedMail, 'mailId' | 'claimId'>,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`update result_links set mailed_key_sha256 = ${keySha256}
      where result_link_id = ${resultLinkId} and exists (
        select 1 from outbox_mails
        where mail_id = ${mail.mailId} and claim_id = ${mail.claimId} and status = 'claimed'
      )
      returning result_link_id as "resultLinkId"`,
  );
  return row !== undefined;
}
