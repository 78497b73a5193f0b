import path from 'node:path';
import { type Config, readProcessConfig } from './config.ts';
import { ledgerFileIn, readLedger } from './features/erasure/ledger-file.ts';
import { replayErasures } from './features/erasure/replay-erasures.ts';
import { asOwner } from './platform/database/as-owner.ts';
import { borrowEmbeddedPostgres } from './platform/embedded-postgres/running.ts';

/* Command line: `erasures replay` carries out again, in a database that was restored, what the ledger says was erased. */

type Source = { readonly url: string; readonly ledgerFile: string | undefined; close(): Promise<void> };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function openSource(config: Config): Promise<Source> {
  const { migrationDatabaseUrl: url, erasureLedgerFile: ledgerFile } = config;
  if (url !== undefined) return { url, ledgerFile, close: async () => undefined };
  if (config.databaseUrl !== undefined) {
    throw new Error('MIGRATION_DATABASE_URL is not set; only a login that may act as the owner of the tables erases');
  }
  const embedded = await borrowEmbeddedPostgres({ folder: path.resolve(config.embeddedDataDir), log: say });
  return {
    url: embedded.adminUrl,
    ledgerFile: ledgerFile ?? ledgerFileIn(embedded.folder),
    close: () => embedded.giveBack(),
  };
}

/** Whether every line of the ledger could be followed. */
async function replay({ url, ledgerFile }: Source): Promise<boolean> {
  if (ledgerFile === undefined) throw new Error('ERASURE_LEDGER_FILE is not set; there is nothing to replay from');
  const { entries, unreadableCount } = await readLedger(ledgerFile);
  if (unreadableCount > 0) say(`Careful: ${unreadableCount} lines of ${ledgerFile} cannot be read.`);
  const count = await asOwner(url, (db) => replayErasures(db, entries));
  say(`${entries.length} erasures in the ledger; ${count} carried out again, ${entries.length - count} were in place.`);
  return unreadableCount === 0;
}

async function run(): Promise<void> {
  if (process.argv.length !== 3 || process.argv[2] !== 'replay') throw new Error('Use: npm run erasures -- replay');
  const source = await openSource(readProcessConfig());
  try {
    if (!(await replay(source))) process.exitCode = 1;
  } finally {
    await source.close();
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
