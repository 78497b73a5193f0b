import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Language } from '#shared/domain/language.ts';
import { exec, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Lets requests of one network, or for one address, be counted one after the other until each is committed. */
export async function lockCounts(tx: Transaction, request: { email: string; network: string }): Promise<void> {
  await exec(
    tx,
    SQL`select pg_advisory_xact_lock(hashtext('sign-in network'), hashtext(${request.network})),
      pg_advisory_xact_lock(hashtext('sign-in address'), hashtext(${request.email}))`,
  );
}

const countsSchema = z.object({ fromHere: z.int(), ofNetwork: z.int(), ofAddress: z.int() });

/** Requests since the moment: for the address from this network, from the network, and for the address at all. */
export async function countRequests(
  tx: Transaction,
  request: { email: string; network: string; since: Date },
): Promise<z.infer<typeof countsSchema>> {
  return one(
    tx,
    countsSchema,
    SQL`select count(*) filter (where email = ${request.email} and network = ${request.network})::integer as "fromHere",
        count(*) filter (where network = ${request.network})::integer as "ofNetwork",
        count(*) filter (where email = ${request.email})::integer as "ofAddress"
      from sign_in_requests
      where (email = ${request.email} or network = ${request.network}) and requested_at > ${request.since}`,
  );
}

export async function insertRequest(
  tx: Transaction,
  request: {
    signInRequestId: string;
    email: string;
    language: Language;
    browserSha256: Buffer;
    network: string;
    requestedAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into sign_in_requests (sign_in_request_id, email, language, browser_sha256, network, requested_at,
        expires_at)
      values (${request.signInRequestId}, ${request.email}, ${request.language}, ${request.browserSha256},
        ${request.network}, ${request.requestedAt}, ${request.expiresAt})`,
  );
}

const requestRowSchema = z.object({
  signInRequestId: z.uuid(),
  email: z.string(),
  language: z.enum(['sv', 'en']),
  codeSalt: z.instanceof(Buffer),
  codeHash: z.instanceof(Buffer),
  attemptsLeft: z.int(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

/**
 * The last request of the browser, held until the transaction ends, if a code of it can still be tried. An earlier one
 * of the same browser is over once it has asked again.
 */
export async function lockUsableRequest(
  tx: Transaction,
  browserSha256: Buffer,
  now: Date,
): Promise<RequestRow | undefined> {
  return maybeOne(
    tx,
    requestRowSchema,
    SQL`select sign_in_request_id as "signInRequestId", email, language, code_salt as "codeSalt",
        code_hash as "codeHash", attempts_left as "attemptsLeft"
      from sign_in_requests
      where sign_in_request_id = (
          select sign_in_request_id from sign_in_requests where browser_sha256 = ${browserSha256}
          order by requested_at desc, sign_in_request_id desc limit 1
        )
        and code_hash is not null and used_at is null and attempts_left > 0 and expires_at > ${now}
      for update`,
  );
}

export async function updateAttempts(tx: Transaction, signInRequestId: string): Promise<void> {
  await exec(
    tx,
    SQL`update sign_in_requests set attempts_left = attempts_left - 1 where sign_in_request_id = ${signInRequestId}`,
  );
}

export async function updateToUsed(tx: Transaction, signInRequestId: string, usedAt: Date): Promise<void> {
  await exec(tx, SQL`update sign_in_requests set used_at = ${usedAt} where sign_in_request_id = ${signInRequestId}`);
}
