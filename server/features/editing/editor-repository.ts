import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Queryable } from '../../platform/database/query.ts';
import { exec, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** False when the link opens nothing: unknown, used, or too old. */
export async function redeemLink(
  tx: Transaction,
  session: { linkSha256: Buffer; editorKeyId: string; keySha256: Buffer; editorName: string; expiresAt: Date },
): Promise<boolean> {
  const row = await one(
    tx,
    z.object({ isRedeemed: z.boolean() }),
    SQL`select redeem_editor_link(${session.linkSha256}, ${session.editorKeyId}, ${session.keySha256},
      ${session.editorName}, ${session.expiresAt}) as "isRedeemed"`,
  );
  return row.isRedeemed;
}

/** False when nobody is signed in. */
export async function insertLink(
  tx: Transaction,
  link: { editorKeyId: string; keySha256: Buffer; expiresAt: Date },
): Promise<boolean> {
  const row = await one(
    tx,
    z.object({ isAdded: z.boolean() }),
    SQL`select add_editor_link(${link.editorKeyId}, ${link.keySha256}, ${link.expiresAt}) as "isAdded"`,
  );
  return row.isAdded;
}

export async function endSession(tx: Transaction): Promise<void> {
  await exec(tx, SQL`select end_editor_session()`);
}

/** By the owner of the tables: the first link, before anybody is signed in. */
export async function insertOperatorLink(
  db: Queryable,
  link: { editorKeyId: string; keySha256: Buffer; expiresAt: Date },
): Promise<void> {
  await exec(
    db,
    SQL`insert into editor_keys (editor_key_id, purpose, key_sha256, expires_at)
      values (${link.editorKeyId}, 'operator-link', ${link.keySha256}, ${link.expiresAt})`,
  );
}

/** By the owner of the tables: what an earlier start printed and nobody has used. */
export async function revokeOperatorLinks(db: Queryable): Promise<void> {
  await exec(
    db,
    SQL`update editor_keys set revoked_at = now()
      where purpose = 'operator-link' and used_at is null and revoked_at is null`,
  );
}

/** By the owner of the tables: links and sessions that ended more than a day ago. */
export async function deleteExpiredKeys(db: Queryable): Promise<void> {
  await exec(db, SQL`delete from editor_keys where expires_at < now() - interval '1 day'`);
}
