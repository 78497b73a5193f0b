import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrationsFolder } from '#server/folders.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { recordChecksums } from '#server/platform/database/migration-checksums.ts';
import { createTestDatabase } from './test-database.ts';

const quiet = () => undefined;

/** A database as it was before a migration, for work that may bring it up to date when it has filled it. */
export async function withEarlierDatabase(
  before: string,
  work: (adminUrl: string, bringUpToDate: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const earlier = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, earlier, { recursive: true });
  rmSync(path.join(earlier, 'checksums.json'));
  for (const name of readdirSync(earlier)) if (name >= before) rmSync(path.join(earlier, name));
  await recordChecksums(earlier);
  const { adminUrl, drop } = await createTestDatabase({ isEmpty: true });
  try {
    await migrate({ url: adminUrl, folder: earlier, log: quiet });
    await work(adminUrl, async () => void (await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet })));
  } finally {
    await drop();
    rmSync(earlier, { recursive: true, force: true });
  }
}
