import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { sha256 } from '../../platform/identifier.ts';
import { getReachableResponse } from './access.ts';
import { daysAfter, resumeLinkLifetimeDays } from './access-key-lifetime.ts';
import { insertAccessKey } from './response-repository.ts';

/** A secret for another device. It travels in the fragment, which no server and no log ever sees. */
export async function createResumeLink(
  context: Context,
  accessKey: string,
  link: { responseId: string; origin: string },
): Promise<{ url: string; expiresAt: string }> {
  const key = context.identifiers.newSecret();
  const expiresAt = daysAfter(context.clock.now(), resumeLinkLifetimeDays);
  await inTransaction(context.database, { accessKey }, async (tx) => {
    await getReachableResponse(tx, link.responseId);
    await insertAccessKey(tx, {
      accessKeyId: context.identifiers.newId(),
      purpose: 'resume-link',
      keySha256: sha256(key),
      expiresAt,
    });
  });
  return { url: `${link.origin}/resume#key=${key}`, expiresAt: expiresAt.toISOString() };
}
