import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256, sha256Hex } from '../../platform/identifier.ts';
import { getReachableResponse } from './access.ts';
import { accessKeyLifetimeDays, daysAfter } from './access-key-lifetime.ts';
import { insertKeyFromResumeLink } from './response-repository.ts';

export type Resumed = {
  responseId: string;
  status: 'open' | 'submitted' | 'closed';
  isRespondent: boolean;
  key: string;
  keyExpiresAt: Date;
};

/** Gives this browser a key of its own; the link stays good for the next device. */
export async function resumeResponse(context: Context, resumeKey: string): Promise<Resumed> {
  const key = context.identifiers.newSecret();
  const keyExpiresAt = daysAfter(context.clock.now(), accessKeyLifetimeDays);
  return inTransaction(context.database, { surface: 'app', accessKey: sha256Hex(key) }, async (tx) => {
    const responseId = await insertKeyFromResumeLink(tx, {
      resumeKeySha256: sha256(resumeKey),
      accessKeyId: context.identifiers.newId(),
      keySha256: sha256(key),
      expiresAt: keyExpiresAt,
    });
    if (responseId === undefined) throw new DomainError('not-found');
    const { status, respondent } = await getReachableResponse(tx, responseId);
    return { responseId, status, isRespondent: respondent !== null, key, keyExpiresAt };
  });
}
