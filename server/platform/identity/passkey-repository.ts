import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, many, maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

const passkeyRowSchema = z.object({
  passkeyId: z.uuid(),
  personId: z.uuid(),
  credentialId: z.string(),
  publicKey: z.instanceof(Buffer),
  signatureCounter: z.coerce.number(),
  transports: z.array(z.string()),
  name: z.string(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
});
export type PasskeyRow = z.infer<typeof passkeyRowSchema>;

const selectPasskey = SQL`select passkey_id as "passkeyId", person_id as "personId", credential_id as "credentialId",
    public_key as "publicKey", signature_counter as "signatureCounter", transports, name, created_at as "createdAt",
    last_used_at as "lastUsedAt"
  from passkeys`;

export async function findPasskey(tx: Transaction, credentialId: string): Promise<PasskeyRow | undefined> {
  return maybeOne(tx, passkeyRowSchema, SQL`${selectPasskey} where credential_id = ${credentialId}`);
}

export async function listPasskeys(tx: Transaction, personId: string): Promise<PasskeyRow[]> {
  return many(
    tx,
    passkeyRowSchema,
    SQL`${selectPasskey} where person_id = ${personId} order by created_at, passkey_id`,
  );
}

export async function insertPasskey(
  tx: Transaction,
  passkey: Omit<PasskeyRow, 'lastUsedAt' | 'publicKey'> & { publicKey: Uint8Array },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into passkeys (passkey_id, person_id, credential_id, public_key, signature_counter, transports, name,
        created_at)
      values (${passkey.passkeyId}, ${passkey.personId}, ${passkey.credentialId}, ${Buffer.from(passkey.publicKey)},
        ${passkey.signatureCounter}, ${[...passkey.transports]}, ${passkey.name}, ${passkey.createdAt})`,
  );
}

/** False when the passkey was taken away meanwhile. */
export async function updatePasskeyUse(
  tx: Transaction,
  passkeyId: string,
  use: { signatureCounter: number; usedAt: Date },
): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ passkeyId: z.uuid() }),
    SQL`update passkeys set signature_counter = ${use.signatureCounter}, last_used_at = ${use.usedAt}
      where passkey_id = ${passkeyId} returning passkey_id as "passkeyId"`,
  );
  return rows.length > 0;
}

export async function deletePasskey(tx: Transaction, personId: string, passkeyId: string): Promise<void> {
  await exec(tx, SQL`delete from passkeys where person_id = ${personId} and passkey_id = ${passkeyId}`);
}
