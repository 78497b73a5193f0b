import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { queryOnce } from '../support/query.ts';
import { type ServedPostgres, startServedPostgres } from '../support/served-postgres.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

let parent: string;
let served: ServedPostgres;
let mailServer: MailServer;
const running: ServerProcess[] = [];

beforeAll(async () => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'mail-faults-'));
  chmodSync(parent, 0o755);
  served = await startServedPostgres({ folder: path.join(parent, 'data') });
});
afterAll(async () => {
  await served.postgres.stop();
  rmSync(parent, { recursive: true, force: true });
});
beforeEach(async () => {
  mailServer = await startMailServer();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.killHard();
  await mailServer.close();
  await query('delete from mattstock.outbox_mails');
});

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  queryOnce<Row>(served.postgres.adminUrl, sql, values);

async function serve(): Promise<ServerProcess> {
  const server = await startServer({
    ...served.variables,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'no-reply@mattstock.example',
  });
  running.push(server);
  return server;
}

async function writeMails(count: number): Promise<string[]> {
  const mailIds = Array.from({ length: count }, () => randomUUID());
  await query(
    `insert into mattstock.outbox_mails (mail_id, kind, recipient, language, facts)
     select id, 'factor-changed', 'kim@bruket.example', 'sv', '{"change":"passkey-added"}' from unnest($1::uuid[]) id`,
    [mailIds],
  );
  return mailIds;
}

const statusesOf = async (mailIds: readonly string[]) =>
  (
    await query<{ status: string }>('select distinct status from mattstock.outbox_mails where mail_id = any ($1)', [
      mailIds,
    ])
  ).map(({ status }) => status);

const untilAll = (status: string, mailIds: readonly string[]) =>
  vi.waitUntil(async () => (await statusesOf(mailIds)).join() === status, { timeout: 20_000, interval: 100 });

/** What the hour that passes does, without waiting for it. */
const letLeasesLapse = () =>
  query(
    `update mattstock.outbox_mails set claimed_until = now() - interval '1 second'
     where status in ('claimed', 'handing-over')`,
  );

const takenIds = () => mailServer.mails.map(({ messageId }) => messageId).sort();
const idsOf = (mailIds: readonly string[]) => mailIds.map((mailId) => `<${mailId}@localhost>`).sort();

describe('a server killed while it holds mail', () => {
  test('that it has not handed over leaves it to another, which sends it once', async () => {
    const first = await serve();
    mailServer.answers.recipient = 'silence';
    const mailIds = await writeMails(3);
    await untilAll('claimed', mailIds);
    await first.killHard();
    mailServer.answers.recipient = undefined;
    await serve();
    await pause(2500);
    const beforeLapse = mailServer.mails.length;
    await letLeasesLapse();
    await untilAll('sent', mailIds);

    expect(beforeLapse).toBe(0);
    expect(takenIds()).toEqual(idsOf(mailIds));
  });

  test('that it was handing over leaves it unconfirmed, and nobody sends it again', async () => {
    const first = await serve();
    mailServer.answers.message = 'silence';
    const mailIds = await writeMails(2);
    await mailServer.untilGiven(2);
    const during = await statusesOf(mailIds);
    await first.killHard();
    mailServer.answers.message = undefined;
    const second = await serve();
    await letLeasesLapse();
    await untilAll('unconfirmed', mailIds);
    await pause(2500);

    expect(during).toEqual(['handing-over']);
    expect(mailServer.givenCount).toBe(2);
    expect(await statusesOf(mailIds)).toEqual(['unconfirmed']);
    expect(second.output()).toContain('a mail was left by a worker that is gone');
    expect(second.output()).not.toContain('bruket.example');
  });

  test('again and again still has every mail sent once, or not known', async () => {
    const mailIds = await writeMails(60);
    for (const afterMs of [40, 150, 300]) {
      const server = await serve();
      await pause(afterMs);
      await server.killHard();
      await letLeasesLapse();
    }
    await serve();
    await vi.waitUntil(
      async () => (await statusesOf(mailIds)).every((status) => status === 'sent' || status === 'unconfirmed'),
      { timeout: 20_000, interval: 100 },
    );
    const sent = await query<{ mailId: string }>(
      `select mail_id as "mailId" from mattstock.outbox_mails where status = 'sent'`,
    );

    expect(new Set(takenIds()).size).toBe(mailServer.mails.length);
    expect(takenIds()).toEqual(expect.arrayContaining(idsOf(sent.map(({ mailId }) => mailId))));
  });
});

describe('a server told to stop', () => {
  test('finishes the mail it is at, and leaves cleanly', async () => {
    const server = await serve();
    const mailIds = await writeMails(30);
    await mailServer.untilTaken(5);
    const code = await server.stop();

    expect(code).toBe(0);
    expect(await statusesOf(mailIds)).not.toContain('handing-over');
    expect(await statusesOf(mailIds)).not.toContain('claimed');
    const sent = await query(`select 1 from mattstock.outbox_mails where status = 'sent'`);
    expect(sent).toHaveLength(mailServer.mails.length);
  });
});

describe('two servers on one database', () => {
  test('send each mail once', async () => {
    await Promise.all([serve(), serve()]);
    const mailIds = await writeMails(50);
    await untilAll('sent', mailIds);
    await pause(1500);

    expect(takenIds()).toEqual(idsOf(mailIds));
  });
});

describe('a mail server that is away and comes back', () => {
  test('costs no request its answer, and no mail', async () => {
    const { port } = mailServer;
    await mailServer.close();
    const server = await serve();
    const startedAt = performance.now();
    const reply = await fetch(`${server.origin}/api/sign-in/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ email: 'kim@bruket.example', language: 'sv' }),
    });
    const tookMs = performance.now() - startedAt;
    const isWaiting = async () =>
      (await query(`select 1 from mattstock.outbox_mails where status = 'waiting' and fault = 'unreachable'`)).length;
    await vi.waitUntil(async () => (await isWaiting()) === 1, { timeout: 10_000 });
    mailServer = await startMailServer({ port });
    await query('update mattstock.outbox_mails set next_attempt_at = now()');
    await mailServer.untilTaken(1);

    expect(reply.status).toBe(202);
    expect(tookMs).toBeLessThan(2000);
    expect(mailServer.mails[0]?.text).toContain(`${server.origin}/sign-in#code=`);
  });
});
