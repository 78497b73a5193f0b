import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from './query.ts';
import type { Database } from './transaction.ts';
import { inTransaction } from './transaction.ts';

const oldestVersion = 160_000;

const standingSchema = z.object({
  versionNumber: z.coerce.number(),
  role: z.string(),
  canBypass: z.boolean(),
  ownsTables: z.boolean(),
});

/** Refuses to serve as a role that row-level security does not bind, or on a PostgreSQL that is too old. */
export async function refuseUnsafeDatabase(database: Database): Promise<void> {
  const standing = await inTransaction(database, { accessKey: '' }, (tx) =>
    one(
      tx,
      standingSchema,
      SQL`select current_setting('server_version_num') as "versionNumber", current_user as role,
          (r.rolsuper or r.rolbypassrls) as "canBypass",
          exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as "ownsTables"
        from pg_roles r where r.rolname = current_user`,
    ),
  );
  if (standing.versionNumber < oldestVersion) throw new Error('PostgreSQL 16 or later is needed');
  if (standing.canBypass || standing.ownsTables) {
    throw new Error(`the role ${standing.role} is not bound by row-level security; the server does not start as it`);
  }
}

/** Whether the database answers now; never throws. */
export async function isDatabaseReady(database: Database): Promise<boolean> {
  return inTransaction(database, { accessKey: '' }, async (tx) => {
    await tx.query('select 1');
    return true;
  }).catch(() => false);
}
