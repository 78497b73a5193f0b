import SQL from '@nearform/sql';
import pg from 'pg';
import type { Queryable } from './query.ts';

/** Runs the work of a command as the owner of the tables, in one transaction. */
export async function asOwner<T>(url: string, work: (db: Queryable) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mattstock command' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(SQL`select set_config('role', 'mattstock_owner', true),
      set_config('search_path', 'mattstock', true)`);
    const result = await work(client);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
    return result;
  } finally {
    await client.end();
  }
}
