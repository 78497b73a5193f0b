import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { refuseChangedMigrations } from './migration-checksums.ts';

export type MigrateOptions = {
  /** A login that may create roles or is a member of mattstock_owner. */
  readonly url: string;
  readonly folder: string;
  readonly log: (line: string) => void;
};

/**
 * Brings the database to the newest migration. Each file is one transaction; a second starter waits for the first.
 * Returns the names of what was applied now.
 */
export async function migrate({ url, folder, log }: MigrateOptions): Promise<string[]> {
  await refuseChangedMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'mattstock migrations' });
  await client.connect();
  try {
    const applied = await runner({
      dbClient: client,
      dir: folder,
      ignorePattern: '.*\\.json',
      direction: 'up',
      migrationsSchema: 'migrations',
      createMigrationsSchema: true,
      migrationsTable: 'applied',
      singleTransaction: false,
      checkOrder: true,
      advisoryLockMode: 'wait',
      log: () => undefined,
    });
    for (const { name } of applied) log(`applied migration ${name}`);
    return applied.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
