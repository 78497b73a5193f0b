import path from 'node:path';
import pg from 'pg';
import { type CommandConfig, readProcessCommandConfig } from './config.ts';
import { anchorFileIn, readAnchors } from './platform/audit/anchor-file.ts';
import { findHead, listChain } from './platform/audit/chain-repository.ts';
import { type ChainFault, verifyChain } from './platform/audit/verify-chain.ts';
import { type Database, inTransaction } from './platform/database/transaction.ts';
import { borrowEmbeddedPostgres } from './platform/embedded-postgres/running.ts';

/* Command line: `audit verify` computes the audit log anew, `audit head` prints its newest event. */

const faults: Readonly<Record<ChainFault['kind'], (sequence: number) => string>> = {
  altered: (sequence) => `event ${sequence} is not what was recorded`,
  missing: (sequence) => `event ${sequence} is missing`,
  'cut-off': (sequence) => `the log ends before event ${sequence}, which an anchor says was there`,
  'anchor-differs': (sequence) => `event ${sequence} is another than the one that was anchored`,
};

type Source = { readonly database: Database; readonly anchorFile: string | undefined };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Beside what was asked for, which another program may read. */
function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function openSource(
  config: CommandConfig,
): Promise<{ url: string; anchorFile: string | undefined; close(): Promise<void> }> {
  const url = config.databaseUrl ?? config.migrationDatabaseUrl;
  if (url !== undefined) return { url, anchorFile: config.auditAnchorFile, close: async () => undefined };
  const embedded = await borrowEmbeddedPostgres({ folder: path.resolve(config.embeddedDataDir), log: complain });
  const anchorFile = config.auditAnchorFile ?? anchorFileIn(embedded.folder);
  return { url: embedded.applicationUrl, anchorFile, close: () => embedded.giveBack() };
}

/** Whether the log holds. */
async function verify({ database, anchorFile }: Source): Promise<boolean> {
  const { anchors, complaint } = await readAnchors(anchorFile);
  if (complaint !== null) complain(`Careful: ${complaint}.`);
  const { eventCount, anchorCount, fault } = await inTransaction(database, { surface: 'worker' }, (tx) =>
    verifyChain(listChain(tx), anchors),
  );
  say(`Events read: ${eventCount}. Anchors: ${anchorCount}.`);
  say(fault === null ? 'The audit log holds.' : `The audit log does not hold: ${faults[fault.kind](fault.sequence)}.`);
  return fault === null;
}

async function printHead({ database }: Source): Promise<boolean> {
  const head = await inTransaction(database, { surface: 'worker' }, findHead);
  say(head === undefined ? 'The audit log is empty.' : JSON.stringify(head));
  return true;
}

const commands = new Map([
  ['verify', verify],
  ['head', printHead],
]);

async function run(): Promise<void> {
  const command = commands.get(process.argv[2] ?? '');
  if (command === undefined || process.argv.length !== 3) throw new Error('Use: npm run audit -- verify, or head');
  const { url, anchorFile, close } = await openSource(readProcessCommandConfig());
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'mattstock audit',
    ...{ pipeline: true },
  });
  try {
    if (!(await command({ database: { pool }, anchorFile }))) process.exitCode = 1;
  } finally {
    await pool.end();
    await close();
  }
}

try {
  await run();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
