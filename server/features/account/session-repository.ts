import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const sessionRowSchema = z.object({
  sessionId: z.uuid(),
  device: z.string(),
  method: z.enum(['code', 'passkey', 'oidc', 'demo']),
  hasSecondFactor: z.boolean(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  isThisOne: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;

/** The sessions of the person that still hold, this one first if it does, and then the last seen. */
export async function listSessionRows(tx: Transaction, personId: string): Promise<SessionRow[]> {
  return many(
    tx,
    sessionRowSchema,
    SQL`select session_id as "sessionId", device, method, has_second_factor as "hasSecondFactor",
        created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
        session_id is not distinct from (select live_session_id()) as "isThisOne"
      from sessions
      where person_id = ${personId} and revoked_at is null and expires_at > now() and last_seen_at + idle_limit > now()
      order by "isThisOne" desc, last_seen_at desc, session_id`,
  );
}

/** False when the person has no such session. */
export async function updateToEnded(tx: Transaction, personId: string, sessionId: string): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ sessionId: z.uuid() }),
    SQL`update sessions set revoked_at = now()
      where person_id = ${personId} and session_id = ${sessionId} and revoked_at is null
      returning session_id as "sessionId"`,
  );
  return rows.length > 0;
}

export async function updatePerson(
  tx: Transaction,
  personId: string,
  change: { name: string; language: 'sv' | 'en' },
): Promise<void> {
  await exec(
    tx,
    SQL`update people set name = ${change.name}, language = ${change.language} where person_id = ${personId}`,
  );
}
