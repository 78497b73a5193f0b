import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne, type Queryable } from '../database/query.ts';
import type { ClaimedMail } from './repository.ts';

const openRequestSchema = z.object({ expiresAt: z.date() });

/** The request, while a code for it is still of use to anybody. */
export async function findOpenSignInRequest(
  tx: Queryable,
  signInRequestId: string,
  now: Date,
): Promise<z.infer<typeof openRequestSchema> | undefined> {
  return maybeOne(
    tx,
    openRequestSchema,
    SQL`select expires_at as "expiresAt" from sign_in_requests
      where sign_in_request_id = ${signInRequestId} and used_at is null and attempts_left > 0 and expires_at > ${now}`,
  );
}

/** In place of an earlier code, by whoever holds the mail it goes out in. False: the mail is somebody else's now. */
export async function updateSignInCode(
  tx: Queryable,
  signInRequestId: string,
  { salt, hash }: { salt: Buffer; hash: Buffer },
  mail: Pick<ClaimedMail, 'mailId' | 'claimId'>,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ signInRequestId: z.uuid() }),
    SQL`update sign_in_requests set code_salt = ${salt}, code_hash = ${hash}
      where sign_in_request_id = ${signInRequestId} and exists (
        select 1 from outbox_mails
        where mail_id = ${mail.mailId} and claim_id = ${mail.claimId} and status = 'claimed'
      )
      returning sign_in_request_id as "signInRequestId"`,
  );
  return row !== undefined;
}
