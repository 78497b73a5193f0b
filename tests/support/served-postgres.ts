import { migrationsFolder } from '#server/folders.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import type { EmbeddedPostgres, StartOptions } from '#server/platform/embedded-postgres/start.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { queryOnce } from './query.ts';

export type ServedPostgres = {
  readonly postgres: EmbeddedPostgres;
  /** What tells a server process to use it. */
  readonly variables: { readonly DATABASE_URL: string; readonly MIGRATION_DATABASE_URL: string };
};

/** A PostgreSQL of its own, as durable as the product's, that a server may be started on and outlive. */
export async function startServedPostgres(options: Pick<StartOptions, 'folder'>): Promise<ServedPostgres> {
  const postgres = await startEmbeddedPostgres({ ...options, log: () => undefined });
  await migrate({ url: postgres.adminUrl, folder: migrationsFolder, log: () => undefined });
  await queryOnce(postgres.adminUrl, `grant mattstock_app to ${new URL(postgres.applicationUrl).username}`);
  return {
    postgres,
    variables: { DATABASE_URL: postgres.applicationUrl, MIGRATION_DATABASE_URL: postgres.adminUrl },
  };
}
