import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

export type ChallengePurpose =
  | 'passkey-registration'
  | 'passkey-sign-in'
  | 'passkey-step-up'
  | 'oidc-sign-in'
  | 'oidc-link';

export async function insertChallenge(
  tx: Transaction,
  challenge: {
    challengeId: string;
    purpose: ChallengePurpose;
    browserSha256: Buffer;
    personId: string | null;
    content: Readonly<Record<string, string>>;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into challenges (challenge_id, purpose, browser_sha256, person_id, content, created_at, expires_at)
      values (${challenge.challengeId}, ${challenge.purpose}, ${challenge.browserSha256}, ${challenge.personId},
        ${JSON.stringify(challenge.content)}, ${challenge.createdAt}, ${challenge.expiresAt})`,
  );
}

const contentSchema = z.record(z.string(), z.string());

/**
 * Uses up the browser's last challenge of the purpose, for the person if one is given, and gives its content; undefined
 * when there is none to use. What was not used before is over.
 */
export async function takeChallenge(
  tx: Transaction,
  challenge: { purpose: ChallengePurpose; browserSha256: Buffer; personId: string | null; now: Date },
): Promise<z.infer<typeof contentSchema> | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ content: contentSchema }),
    SQL`update challenges set used_at = ${challenge.now}
      where challenge_id = (
          select challenge_id from challenges
          where purpose = ${challenge.purpose} and browser_sha256 = ${challenge.browserSha256}
            and person_id is not distinct from ${challenge.personId}
          order by created_at desc, challenge_id desc limit 1
        )
        and used_at is null and expires_at > ${challenge.now}
      returning content`,
  );
  return row?.content;
}
