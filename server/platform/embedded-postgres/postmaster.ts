import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';

const readyWithinMs = 60_000;
const stepMs = 25;
const shownLogCharacters = 1500;

export type Launch = {
  readonly binaries: string;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly account: Account;
  readonly settings: readonly string[];
};

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Its own session, so that Ctrl-C reaches only the server, which then stops it; its log is a file that outlives us. */
export function launch({ binaries, dataFolder, logFile, account, settings }: Launch, port: number): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const fixed = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'logging_collector=off'];
  const flags = [...fixed, ...settings].flatMap((setting) => ['-c', setting]);
  try {
    return spawn(path.join(binaries, 'bin', 'postgres'), ['-D', dataFolder, ...flags], {
      ...account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function tailOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').slice(-shownLogCharacters).trim();
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Resolves when a query has been answered; rejects with the end of the log when it cannot come to that. */
export async function waitUntilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (failure !== undefined) throw new Error('PostgreSQL could not be started', { cause: failure });
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`PostgreSQL ended while starting; the end of ${logFile}:\n${tailOf(logFile)}`);
    }
    if (await accepts(url)) return;
    await pause(stepMs);
  }
  throw new Error(`PostgreSQL did not become ready in ${readyWithinMs} ms; see ${logFile}`);
}
