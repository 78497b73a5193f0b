import SQL from '@nearform/sql';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Queryable } from './query.ts';

export type PrepareOptions = {
  readonly adminUrl: string;
  readonly migrations: string;
  /** A login to be made a member of the application's role; the embedded database's own. */
  readonly applicationLogin?: string | undefined;
  readonly log: (line: string) => void;
  /** Runs as the owner of the tables, in one transaction that no other starter can be in. */
  readonly importContent: (db: Queryable) => Promise<void>;
};

/** Any number that nothing else locks on. */
const importLock = 72_418_001;

/** Migrates, and brings the content that ships into the database. A second starter waits and finds nothing to do. */
export async function prepareDatabase(options: PrepareOptions): Promise<void> {
  const { adminUrl, migrations, applicationLogin, log } = options;
  await migrate({ url: adminUrl, folder: migrations, log });
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'mattstock content' });
  await client.connect();
  try {
    if (applicationLogin !== undefined) {
      await client.query(`grant mattstock_app to ${client.escapeIdentifier(applicationLogin)}`);
    }
    await client.query('begin');
    await client.query(SQL`select pg_advisory_xact_lock(${importLock}), set_config('role', 'mattstock_owner', true),
      set_config('search_path', 'mattstock', true)`);
    await options.importContent(client);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('the content could not be imported');
  } finally {
    await client.end();
  }
}
