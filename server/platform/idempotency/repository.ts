import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

export type IdempotencyKey = {
  readonly firmId: string;
  readonly responseId: string;
  readonly endpoint: string;
  readonly idempotencyKey: string;
  readonly requestSha256: Buffer;
};

const effectSchema = z.object({ requestSha256: z.instanceof(Buffer), resultId: z.uuid() });

/** What an earlier request with this key led to. */
export async function findEffect(
  tx: Transaction,
  key: IdempotencyKey,
): Promise<z.infer<typeof effectSchema> | undefined> {
  return maybeOne(
    tx,
    effectSchema,
    SQL`select request_sha256 as "requestSha256", result_id as "resultId" from idempotency_keys
      where response_id = ${key.responseId} and endpoint = ${key.endpoint}
        and idempotency_key = ${key.idempotencyKey}`,
  );
}

export async function insertEffect(tx: Transaction, key: IdempotencyKey, resultId: string): Promise<void> {
  await exec(
    tx,
    SQL`insert into idempotency_keys (firm_id, response_id, endpoint, idempotency_key, request_sha256, result_id)
      values (${key.firmId}, ${key.responseId}, ${key.endpoint}, ${key.idempotencyKey}, ${key.requestSha256},
        ${resultId})`,
  );
}
