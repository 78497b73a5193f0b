import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { queryOnce } from '../support/query.ts';
import { RemoteFirm } from '../support/remote-firm.ts';
import { startServedPostgres } from '../support/served-postgres.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { startServer } from '../support/server-process.ts';

const items = ['D1.1', 'D1.2', 'D2.1', 'D3.1', 'D3.4', 'D4.1', 'D4.3', 'D5.1', 'D5.3', 'D6.1', 'PM1.1', 'PM2.1'];
let parent: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'faults-'));
  chmodSync(parent, 0o755);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Sends each answer until it is acknowledged; `onTurn` may do harm in between. */
async function answerAll(firm: RemoteFirm, onTurn: (turn: number) => void | Promise<void>): Promise<void> {
  for (const [turn, itemCode] of items.entries()) {
    const sending = firm.save(itemCode, turn % 5, turn + 1);
    await onTurn(turn);
    if (await sending) continue;
    while (!(await firm.save(itemCode, turn % 5, turn + 1))) await pause(100);
  }
}

async function expectEverythingOnce(firm: RemoteFirm, url: string): Promise<void> {
  expect((await firm.stored()).sort((a, b) => a.itemCode.localeCompare(b.itemCode))).toEqual(
    [...firm.acknowledged.values()].sort((a, b) => a.itemCode.localeCompare(b.itemCode)),
  );
  const rows = await queryOnce(
    url,
    `select item_code from mattstock.answer_events where response_id = $1 group by item_code having count(*) > 1`,
    [firm.responseId],
  );
  expect(rows).toEqual([]);
}

describe('a server killed while answers are on their way', () => {
  test('keeps every answer it acknowledged and none twice, and one submission', async () => {
    const { postgres, variables } = await startServedPostgres({ folder: path.join(parent, 'data') });
    const serve = () => startServer(variables);
    let server: ServerProcess = await serve();
    const firm = await RemoteFirm.start(server.origin);
    const restart = async () => {
      await server.killHard();
      server = await serve();
      firm.origin = server.origin;
    };
    // At a different moment of the request each time: before, during and after the commit.
    await answerAll(firm, async (turn) => {
      if (turn % 4 !== 1) return;
      await pause(turn * 2);
      await restart();
    });
    await expectEverythingOnce(firm, postgres.adminUrl);

    const key = randomUUID();
    const lost = firm.submit(key);
    await pause(8);
    await restart();
    const first = (await lost) ?? (await firm.submit(key));
    const again = await firm.submit(key);
    expect(again).toEqual(first);
    const rows = await queryOnce(postgres.adminUrl, 'select count(*)::integer as count from mattstock.submissions');
    expect(rows).toEqual([{ count: 1 }]);
    await server.stop();
    await postgres.stop();
  });
});

describe('PostgreSQL killed under load', () => {
  test('is answered with "try again", and the server heals when it is back', async () => {
    const folder = path.join(parent, 'data');
    const served = await startServedPostgres({ folder });
    let { postgres } = served;
    const port = new URL(postgres.adminUrl).port;
    const server = await startServer(served.variables);
    const firm = await RemoteFirm.start(server.origin);
    let refused: Response | undefined;
    await answerAll(firm, async (turn) => {
      if (turn !== 4) return;
      const pidFile = path.join(postgres.folder, 'postgres', 'postmaster.pid');
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
      await pause(300);
      refused = await fetch(`${server.origin}/api/health/ready`);
      await postgres.stop();
      postgres = await startEmbeddedPostgres({ folder, log: () => undefined, port: Number(port) });
    });

    expect(refused?.status).toBe(503);
    await expectEverythingOnce(firm, postgres.adminUrl);
    expect((await fetch(`${server.origin}/api/health/ready`)).status).toBe(200);
    await server.stop();
    await postgres.stop();
  });
});

describe('connections cut while idle', () => {
  test('are replaced without anybody noticing', async () => {
    const { postgres, variables } = await startServedPostgres({ folder: path.join(parent, 'data') });
    const server = await startServer(variables);
    const firm = await RemoteFirm.start(server.origin);
    await Promise.all(Array.from({ length: 10 }, () => fetch(`${server.origin}/api/site`)));
    await queryOnce(
      postgres.adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${new URL(postgres.applicationUrl).username}'`,
    );
    await pause(200);
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await fetch(`${server.origin}/api/site`)).status),
    );

    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await firm.save('D1.1', 2, 1)).toBe(true);
    await server.stop();
    await postgres.stop();
  });
});
