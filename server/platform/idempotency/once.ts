import type { Transaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import type { IdempotencyKey } from './repository.ts';
import { findEffect, insertEffect } from './repository.ts';

/**
 * Lets the effect happen once per key. It and the key are written in one transaction, so that a reply lost
 * on the way is answered with the first result when the request comes again. Returns the result's id.
 */
export async function once(
  tx: Transaction,
  key: IdempotencyKey,
  effect: () => Promise<string>,
): Promise<{ resultId: string; isRepeated: boolean }> {
  const earlier = await findEffect(tx, key);
  if (earlier !== undefined) {
    if (!earlier.requestSha256.equals(key.requestSha256)) throw new DomainError('idempotency-key-reused');
    return { resultId: earlier.resultId, isRepeated: true };
  }
  const resultId = await effect();
  await insertEffect(tx, key, resultId);
  return { resultId, isRepeated: false };
}
