import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Role, roles } from '#shared/domain/access/roles.ts';
import type { SessionLimits } from '#shared/domain/access/session-limits.ts';
import type { Language } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';
import { sha256Hex } from '../identifier.ts';

export type SessionMethod = 'code' | 'passkey' | 'oidc' | 'demo';

const personRowSchema = z.object({
  personId: z.uuid(),
  email: z.string(),
  language: z.enum(['sv', 'en']),
  isLocked: z.boolean(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

const selectPerson = SQL`select person_id as "personId", email, language, disabled_at is not null as "isLocked"
  from people`;

export async function findPerson(tx: Transaction, personId: string): Promise<PersonRow | undefined> {
  return maybeOne(tx, personRowSchema, SQL`${selectPerson} where person_id = ${personId} and erased_at is null`);
}

/** Who has the address; made on the spot when nobody had, for the address has just been proved. */
export async function getPersonByEmail(
  tx: Transaction,
  person: { personId: string; email: string; language: Language; createdAt: Date },
): Promise<PersonRow> {
  await exec(
    tx,
    SQL`insert into people (person_id, email, language, created_at)
      values (${person.personId}, ${person.email}, ${person.language}, ${person.createdAt})
      on conflict on constraint people_email_unique do nothing`,
  );
  return one(tx, personRowSchema, SQL`${selectPerson} where email = ${person.email}`);
}

/** Asked with the session already presented: policies show nobody's roles but one's own. */
export async function listOwnRoles(tx: Transaction): Promise<Role[]> {
  const rows = await many(
    tx,
    z.object({ role: z.enum(roles) }),
    SQL`select distinct role from memberships where person_id = (select current_person_id()) and ended_at is null`,
  );
  return rows.map(({ role }) => role);
}

export async function insertSession(
  tx: Transaction,
  session: {
    sessionId: string;
    personId: string;
    keySha256: Buffer;
    method: SessionMethod;
    hasSecondFactor: boolean;
    device: string;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into sessions (session_id, person_id, key_sha256, method, has_second_factor, device, idle_limit,
        expires_at)
      values (${session.sessionId}, ${session.personId}, ${session.keySha256}, ${session.method},
        ${session.hasSecondFactor}, ${session.device}, interval '1 hour', now() + interval '1 hour')`,
  );
}

/** The limits count from when the session began, whatever becomes of it later. */
export async function updateSessionLimits(tx: Transaction, sessionId: string, limits: SessionLimits): Promise<Date> {
  const row = await one(
    tx,
    z.object({ expiresAt: z.date() }),
    SQL`update sessions set idle_limit = make_interval(mins => ${limits.idleMinutes}),
        expires_at = created_at + make_interval(hours => ${limits.longestHours})
      where session_id = ${sessionId} returning expires_at as "expiresAt"`,
  );
  return row.expiresAt;
}

/** The session goes on under another key; the one the browser had opens nothing any more. */
export async function updateSessionKey(
  tx: Transaction,
  sessionId: string,
  change: { keySha256: Buffer; hasShownSecondFactor: boolean },
): Promise<void> {
  await exec(
    tx,
    SQL`update sessions set key_sha256 = ${change.keySha256},
        has_second_factor = has_second_factor or ${change.hasShownSecondFactor},
        verified_at = case when ${change.hasShownSecondFactor} then now() else verified_at end
      where session_id = ${sessionId}`,
  );
}

/** Ends the session that the transaction presents, if there is one. */
export async function revokePresentedSession(tx: Transaction): Promise<void> {
  await exec(tx, SQL`update sessions set revoked_at = now() where session_id = (select live_session_id())`);
}

/** Ends every session of the person but the presented one; gives how many. */
export async function updateOthersToEnded(tx: Transaction, personId: string): Promise<number> {
  const rows = await many(
    tx,
    z.object({ sessionId: z.uuid() }),
    SQL`update sessions set revoked_at = now()
      where person_id = ${personId} and session_id <> (select live_session_id()) and revoked_at is null
      returning session_id as "sessionId"`,
  );
  return rows.length;
}

/** Lets the rest of the transaction be done by the session with this secret. */
export async function presentSession(tx: Transaction, secret: string): Promise<void> {
  await exec(tx, SQL`select set_config('mattstock.session_key', ${sha256Hex(secret)}, true)`);
}
