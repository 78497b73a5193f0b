import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import { getReachableResponse } from './access.ts';
import { daysAfter, resumeLinkLifetimeDays } from './access-key-lifetime.ts';
import { insertAccessKey } from './response-repository.ts';

/** A secret for another device. It travels in the fragment, which no server and no log ever sees. */
export async function createResumeLink(
  context: Context,
  access: AccessContext,
  link: { responseId: string; origin: string },
): Promise<{ url: string; expiresAt: string }> {
  const key = context.identifiers.newSecret();
  const expiresAt = daysAfter(context.clock.now(), resumeLinkLifetimeDays);
  await inTransaction(context.database, access, async (tx) => {
    await getReachableResponse(tx, link.responseId);
    const isAdded = await insertAccessKey(tx, {
      accessKeyId: context.identifiers.newId(),
      purpose: 'resume-link',
      keySha256: sha256(key),
      expiresAt,
    });
    // A firm that belongs to an account is reached by signing in.
    if (!isAdded) throw new DomainError('not-found');
  });
  return { url: `${link.origin}/resume#key=${key}`, expiresAt: expiresAt.toISOString() };
}
