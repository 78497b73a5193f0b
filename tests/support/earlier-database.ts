import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrationsFolder } from '#server/folders.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { recordChecksums } from '#server/platform/database/migration-checksums.ts';
import { createTestDatabase } from './test-database.ts';

const quiet = () => undefined;

/** Migrates as far as to before the one with the number. */
async function migrateBefore(url: string, number: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    cpSync(migrationsFolder, folder, { recursive: true });
    rmSync(path.join(folder, 'checksums.json'));
    for (const name of readdirSync(folder)) if (name >= number) rmSync(path.join(folder, name));
    await recordChecksums(folder);
    await migrate({ url, folder, log: quiet });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A database as it was before a migration, for work that may bring it up to date when it has filled it: wholly, or as far as
 * to before a later migration.
 */
export async function withEarlierDatabase(
  before: string,
  work: (adminUrl: string, bringUpToDate: (beforeLater?: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { adminUrl, drop } = await createTestDatabase({ isEmpty: true });
  try {
    await migrateBefore(adminUrl, before);
    await work(adminUrl, async (beforeLater) => {
      if (beforeLater === undefined) await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet });
      else await migrateBefore(adminUrl, beforeLater);
    });
  } finally {
    await drop();
  }
}
