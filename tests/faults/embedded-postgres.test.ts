import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseFolder } from '#server/platform/embedded-postgres/folders.ts';
import { isRunning } from '#server/platform/embedded-postgres/processes.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { queryOnce } from '../support/query.ts';
import { startServer } from '../support/server-process.ts';

let folder: string;
let log: string[];
const started: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'embedded-')), 'data');
  chmodSync(path.dirname(folder), 0o755);
  log = [];
});
afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

async function start(at = folder): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder: at, log: (line) => log.push(line) });
  started.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  return (await queryOnce<{ value: unknown }>(url, sql)).map(({ value }) => value);
}

function pidIn(at: string): number {
  return Number(readFileSync(path.join(at, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded PostgreSQL', () => {
  test('starts, stops and keeps its data', async () => {
    const first = await start();
    await query(first.adminUrl, 'create table kept as select 42 as value');
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    const second = await start();

    expect(await query(second.adminUrl, 'select value from kept')).toEqual([42]);
  });

  test('refuses a second server on the same folder and says which one has it', async () => {
    const first = await start();

    await expect(start()).rejects.toThrow(new RegExp(`in use by process ${process.pid}`));
    expect(await query(first.adminUrl, 'select 1 as value')).toEqual([1]);
  });

  test('runs as an account that may not be root, on a port only this machine reaches', async () => {
    const postgres = await start();

    expect(new URL(postgres.adminUrl).hostname).toBe('127.0.0.1');
    expect(
      await query(postgres.adminUrl, `select setting as value from pg_settings where name = 'listen_addresses'`),
    ).toEqual(['127.0.0.1']);
  });

  test('begins anew where making the cluster was cut off', async () => {
    const first = await start();
    await first.stop();
    const cluster = path.join(first.folder, 'postgres');
    const half = path.join(first.folder, 'postgres.new-1');
    renameSync(cluster, half);
    rmSync(path.join(half, 'PG_VERSION'));
    const second = await start();

    expect(await query(second.adminUrl, 'select 1 as value')).toEqual([1]);
    expect(existsSync(half)).toBe(false);
  });

  test('is kept elsewhere when its account cannot enter the folder, and the log says where', async () => {
    const closed = path.join(path.dirname(folder), 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const account = { uid: 65_534, gid: 65_534 };
    const chosen = chooseFolder(path.join(closed, 'data'), account);

    expect(chosen.startsWith(closed)).toBe(false);
    if (process.getuid?.() !== 0) return;
    const postgres = await start(path.join(closed, 'data'));
    expect(log.join('\n')).toContain(postgres.folder);
    expect(await query(postgres.adminUrl, 'select 1 as value')).toEqual([1]);
    rmSync(postgres.folder, { recursive: true, force: true });
  });
});

describe('a server killed hard', () => {
  test('leaves a database that the next start stops, and loses nothing', async () => {
    const variables = { EMBEDDED_DATA_DIR: folder, DEMO_FIRMS: '3' };
    const first = await startServer(variables);
    expect(first.output()).toMatch(/simulated firms: 3 of 3/);
    const visit = await fetch(`${first.origin}/api/demo-visits`, { method: 'POST', headers: { origin: first.origin } });
    expect(visit.status).toBe(201);
    const cookie = visit.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { responseId } = (await visit.json()) as { responseId: string };
    await first.killHard();

    const second = await startServer(variables);
    expect(second.output()).toMatch(/stopping PostgreSQL left by an earlier run/);
    expect(second.output()).not.toMatch(/simulated firms/);
    const reply = await fetch(`${second.origin}/api/responses/${responseId}/result`, { headers: { cookie } });
    expect(reply.status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  test('is not taken for running when another program has got its number', async () => {
    const first = await start();
    await first.stop();
    const owner = path.join(first.folder, 'owner.json');
    writeFileSync(owner, JSON.stringify({ pid: process.pid, start: 'long ago' }));
    const second = await start();

    expect(pidIn(second.folder)).toBe(second.pid);
  });
});

describe('a server', () => {
  test('that is told to stop leaves no database behind', async () => {
    const server = await startServer({ EMBEDDED_DATA_DIR: folder });
    const pid = pidIn(folder);

    expect(await server.stop()).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('with a wrong variable says which and does not start', async () => {
    await expect(startServer({ EMBEDDED_DATA_DIR: folder, LOG_LEVEL: 'loud' })).rejects.toThrow(/LOG_LEVEL/);
  });

  test('that cannot reach its database says so and does not start', async () => {
    await expect(startServer({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(/ECONNREFUSED/);
  });
});
