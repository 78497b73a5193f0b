import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const authenticatorRowSchema = z.object({
  authenticatorId: z.uuid(),
  sealedSecret: z.string(),
  confirmedAt: z.date().nullable(),
});
export type AuthenticatorRow = z.infer<typeof authenticatorRowSchema>;

const selectAuthenticator = SQL`select authenticator_id as "authenticatorId", sealed_secret as "sealedSecret",
    confirmed_at as "confirmedAt"
  from authenticators`;

/** The one in use. */
export async function findAuthenticator(tx: Transaction, personId: string): Promise<AuthenticatorRow | undefined> {
  return maybeOne(
    tx,
    authenticatorRowSchema,
    SQL`${selectAuthenticator} where person_id = ${personId} and confirmed_at is not null`,
  );
}

/** One that was begun after the moment and is not in use yet. */
export async function findOfferedAuthenticator(
  tx: Transaction,
  offer: { personId: string; authenticatorId: string; since: Date },
): Promise<AuthenticatorRow | undefined> {
  return maybeOne(
    tx,
    authenticatorRowSchema,
    SQL`${selectAuthenticator} where person_id = ${offer.personId} and authenticator_id = ${offer.authenticatorId}
      and confirmed_at is null and created_at > ${offer.since}`,
  );
}

export async function insertAuthenticator(
  tx: Transaction,
  authenticator: { authenticatorId: string; personId: string; sealedSecret: string; createdAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into authenticators (authenticator_id, person_id, sealed_secret, created_at)
      values (${authenticator.authenticatorId}, ${authenticator.personId}, ${authenticator.sealedSecret},
        ${authenticator.createdAt})`,
  );
}

/** What was begun and not confirmed goes. */
export async function deleteOfferedAuthenticators(tx: Transaction, personId: string): Promise<void> {
  await exec(tx, SQL`delete from authenticators where person_id = ${personId} and confirmed_at is null`);
}

/** Every authenticator of the person but the one to keep goes. */
export async function deleteAuthenticators(tx: Transaction, personId: string, keptId: string | null): Promise<void> {
  await exec(
    tx,
    SQL`delete from authenticators where person_id = ${personId} and authenticator_id is distinct from ${keptId}`,
  );
}

export async function updateToConfirmed(
  tx: Transaction,
  authenticatorId: string,
  change: { confirmedAt: Date; step: number },
): Promise<void> {
  await exec(
    tx,
    SQL`update authenticators set confirmed_at = ${change.confirmedAt}, last_used_step = ${change.step}
      where authenticator_id = ${authenticatorId}`,
  );
}

/** False when a code of this step or a later one has been accepted already. */
export async function updateLastUsedStep(tx: Transaction, authenticatorId: string, step: number): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ authenticatorId: z.uuid() }),
    SQL`update authenticators set last_used_step = ${step}
      where authenticator_id = ${authenticatorId} and (last_used_step is null or last_used_step < ${step})
      returning authenticator_id as "authenticatorId"`,
  );
  return rows.length > 0;
}

/** In place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  personId: string,
  codes: readonly { recoveryCodeId: string; sha256: Buffer }[],
): Promise<void> {
  await exec(tx, SQL`delete from recovery_codes where person_id = ${personId}`);
  for (const { recoveryCodeId, sha256 } of codes) {
    await exec(
      tx,
      SQL`insert into recovery_codes (recovery_code_id, person_id, code_sha256)
        values (${recoveryCodeId}, ${personId}, ${sha256})`,
    );
  }
}

/** False when the person has no such code left. */
export async function updateRecoveryCodeToUsed(
  tx: Transaction,
  code: { personId: string; sha256: Buffer; usedAt: Date },
): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ recoveryCodeId: z.uuid() }),
    SQL`update recovery_codes set used_at = ${code.usedAt}
      where person_id = ${code.personId} and code_sha256 = ${code.sha256} and used_at is null
      returning recovery_code_id as "recoveryCodeId"`,
  );
  return rows.length > 0;
}

/** How often a second factor of the person was wrong since the moment, by the audit log. */
export async function countFailures(tx: Transaction, personId: string, minutes: number): Promise<number> {
  const row = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from audit_events
      where actor_person_id = ${personId} and action = 'second-factor-failed'
        and occurred_at > now() - make_interval(mins => ${minutes})`,
  );
  return row.count;
}

const summarySchema = z.object({ authenticatorSince: z.date().nullable(), recoveryCodesLeft: z.int() });

export async function summariseFactors(tx: Transaction, personId: string): Promise<z.infer<typeof summarySchema>> {
  return one(
    tx,
    summarySchema,
    SQL`select (
          select confirmed_at from authenticators where person_id = ${personId} and confirmed_at is not null
        ) as "authenticatorSince",
        (
          select count(*)::integer from recovery_codes where person_id = ${personId} and used_at is null
        ) as "recoveryCodesLeft"`,
  );
}
