import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, many, maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';
import type { OidcSubject } from './oidc.ts';

/** Whose the provider's subject is, with the use of it written down. */
export async function findPersonOfSubject(
  tx: Transaction,
  { issuer, subject }: OidcSubject,
  usedAt: Date,
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ personId: z.uuid() }),
    SQL`update identities set last_used_at = ${usedAt} where issuer = ${issuer} and subject = ${subject}
      returning person_id as "personId"`,
  );
  return row?.personId;
}

/** False when the subject belongs to an account already. */
export async function insertIdentity(
  tx: Transaction,
  identity: OidcSubject & { identityId: string; personId: string; createdAt: Date },
): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ identityId: z.uuid() }),
    SQL`insert into identities (identity_id, person_id, issuer, subject, created_at)
      values (${identity.identityId}, ${identity.personId}, ${identity.issuer}, ${identity.subject},
        ${identity.createdAt})
      on conflict on constraint identities_subject_unique do nothing returning identity_id as "identityId"`,
  );
  return rows.length > 0;
}

const identityRowSchema = z.object({
  identityId: z.uuid(),
  issuer: z.string(),
  subject: z.string(),
  createdAt: z.date(),
});
export type IdentityRow = z.infer<typeof identityRowSchema>;

export async function listIdentities(tx: Transaction, personId: string): Promise<IdentityRow[]> {
  return many(
    tx,
    identityRowSchema,
    SQL`select identity_id as "identityId", issuer, subject, created_at as "createdAt" from identities
      where person_id = ${personId} order by created_at, identity_id`,
  );
}

export async function deleteIdentity(tx: Transaction, personId: string, identityId: string): Promise<void> {
  await exec(tx, SQL`delete from identities where person_id = ${personId} and identity_id = ${identityId}`);
}

/** Puts the person's row on hold, so that two changes of the same account follow each other. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await exec(tx, SQL`select 1 from people where person_id = ${personId} for update`);
}
