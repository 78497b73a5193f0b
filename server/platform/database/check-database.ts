import SQL from '@nearform/sql';
import * as z from 'zod';
import { isPostgresRecentEnough, postgresNeeded } from './postgres-version.ts';
import { one } from './query.ts';
import type { Database } from './transaction.ts';
import { inTransaction, nobody } from './transaction.ts';

const standingSchema = z.object({
  versionNumber: z.coerce.number(),
  login: z.string(),
  canBypass: z.boolean(),
  ownsTables: z.boolean(),
});

/** Refuses to serve as a role that row-level security does not bind, or on a PostgreSQL that is too old. */
export async function refuseUnsafeDatabase(database: Database): Promise<void> {
  const standing = await inTransaction(database, nobody, (tx) =>
    one(
      tx,
      standingSchema,
      // The login counts as well as the role it works in, which it could take off.
      SQL`select current_setting('server_version_num') as "versionNumber", session_user as login,
          bool_or(r.rolsuper or r.rolbypassrls) as "canBypass",
          bool_or(exists (
            select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname = 'mattstock'
          )) as "ownsTables"
        from pg_roles r where r.rolname in (current_user, session_user)`,
    ),
  );
  if (!isPostgresRecentEnough(standing.versionNumber)) throw new Error(`${postgresNeeded} is needed`);
  if (standing.canBypass || standing.ownsTables) {
    throw new Error(`the login ${standing.login} is not bound by row-level security; the server does not start as it`);
  }
}

/** Whether the database answers now; never throws. */
export async function isDatabaseReady(database: Database): Promise<boolean> {
  return inTransaction(database, nobody, async (tx) => {
    await tx.query('select 1');
    return true;
  }).catch(() => false);
}
