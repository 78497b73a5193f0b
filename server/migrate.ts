import { readProcessMigrationUrl } from './config.ts';
import { migrationsFolder } from './folders.ts';
import { migrate } from './platform/database/migrate.ts';
import { recordChecksums } from './platform/database/migration-checksums.ts';

/* Command line: `migrate` brings the database to the newest migration, `migrate --record` records new checksums. */

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  if (process.argv.includes('--record')) {
    for (const file of await recordChecksums(migrationsFolder)) say(`recorded ${file}`);
    return;
  }
  const url = readProcessMigrationUrl();
  if (url === undefined)
    throw new Error('DATABASE_URL is not set; the embedded database is migrated when the server starts');
  const applied = await migrate({ url, folder: migrationsFolder, log: say });
  if (applied.length === 0) say('nothing to apply');
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
