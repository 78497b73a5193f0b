import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDemoMailbox } from '#server/platform/mail/demo-mailbox.ts';
import type { MailTransport } from '#server/platform/mail/transport.ts';
import { createBell } from '#server/platform/worker/bell.ts';
import { startWorker, type Worker, type WorkerParts } from '#server/platform/worker/start-worker.ts';
import { deliverAll, deliveryOf, outboxRow, smtpTo, writeMail } from '../support/delivery.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const hourMs = 3_600_000;

let site: TestApp;
let log = '';
const running: Worker[] = [];
const servers: MailServer[] = [];

beforeAll(async () => {
  const logDestination = new Writable({
    write: (chunk: Buffer, _, done) => {
      log += chunk.toString();
      done();
    },
  });
  site = await startTestApp({ logLevel: 'trace' }, { logDestination });
});
afterAll(() => site.close());
beforeEach(async () => {
  log = '';
  await site.admin.query('delete from outbox_mails');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function newServer(): Promise<MailServer> {
  const server = await startMailServer();
  servers.push(server);
  return server;
}

function start(transport: MailTransport, parts: Partial<WorkerParts> = {}): Worker {
  const worker = startWorker({ delivery: deliveryOf(site, transport), bell: createBell(), hourly: [], ...parts });
  running.push(worker);
  return worker;
}

const statusOf = async (mailId: string) => (await outboxRow(site, mailId)).status;

describe('several workers at once', () => {
  test('send each mail once', async () => {
    const server = await newServer();
    const mailIds = await Promise.all(Array.from({ length: 50 }, () => writeMail(site)));
    for (const _ of [1, 2, 3]) start(smtpTo(server.url));
    await server.untilTaken(50);
    await vi.waitUntil(async () => {
      const { rows } = await site.admin.query(`select 1 from outbox_mails where status <> 'sent'`);
      return rows.length === 0;
    });
    await pause(1500);

    expect(server.mails.map(({ messageId }) => messageId).sort()).toEqual(
      mailIds.map((mailId) => `<${mailId}@mattstock.example>`).sort(),
    );
  });

  test('never take a mail from each other while its lease runs, and one that was too slow does not send', async () => {
    const server = await newServer();
    const mailId = await writeMail(site);
    const ready = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const smtp = smtpTo(server.url);
    const slow: MailTransport = {
      send: async (mail, handling) => {
        ready.resolve();
        await held.promise;
        return smtp.send(mail, handling);
      },
    };
    const slowly = deliverAll(deliveryOf(site, slow));
    await ready.promise;
    await deliverAll(deliveryOf(site, smtp));
    const during = server.mails.length;
    await site.admin.query(`update outbox_mails set claimed_until = now() - interval '1 second'`);
    await deliverAll(deliveryOf(site, smtp));
    held.resolve();
    await slowly;

    expect(during).toBe(0);
    expect(server.mails).toHaveLength(1);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('let one that was slow to hear the answer say that a mail went after all', async () => {
    const mailId = await writeMail(site);
    const mailbox = createDemoMailbox();
    const slow: MailTransport = {
      send: async (mail, handling) => {
        await mailbox.transport.send(mail, handling);
        await site.admin.query(`update outbox_mails set claimed_until = now() - interval '1 second'`);
        await deliverAll(deliveryOf(site, mailbox.transport));
        expect(await outboxRow(site, mailId)).toMatchObject({ status: 'unconfirmed', fault: 'interrupted' });
      },
    };
    await deliverAll(deliveryOf(site, slow));

    expect(mailbox.list()).toHaveLength(1);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'sent', fault: null });
  });
});

describe('a worker', () => {
  test('sends what is written while it runs, and at once when it is rung', async () => {
    const mailbox = createDemoMailbox();
    const bell = createBell();
    start(mailbox.transport, { bell });
    await pause(300);
    const startedAt = performance.now();
    const rung = await writeMail(site);
    bell.ring();
    await vi.waitUntil(async () => (await statusOf(rung)) === 'sent', { interval: 10 });
    const tookMs = performance.now() - startedAt;
    const unrung = await writeMail(site);
    await vi.waitUntil(async () => (await statusOf(unrung)) === 'sent', { timeout: 5000 });

    expect(tookMs).toBeLessThan(500);
  });

  test('sends the codes for which somebody waits before the rest', async () => {
    const mailbox = createDemoMailbox();
    await Promise.all(Array.from({ length: 8 }, () => writeMail(site)));
    site.clock.advance(1000);
    await site.newVisitor().post('/api/sign-in/codes', { email: 'kim@example.se', language: 'en' });
    await deliverAll(deliveryOf(site, mailbox.transport));
    const place = mailbox.list().findIndex(({ recipient }) => recipient === 'kim@example.se');

    expect(place).toBeGreaterThanOrEqual(4);
  });

  test('stops when it has finished what it is at, and takes nothing new', async () => {
    const mailbox = createDemoMailbox();
    const handedOver = Promise.withResolvers<void>();
    const slow: MailTransport = {
      send: async (mail, handling) => {
        await mailbox.transport.send(mail, handling);
        handedOver.resolve();
        await pause(500);
      },
    };
    const mailId = await writeMail(site);
    const worker = start(slow);
    await handedOver.promise;
    const stopping = worker.stop();
    const late = await writeMail(site);
    await stopping;

    expect(await statusOf(mailId)).toBe('sent');
    expect(await outboxRow(site, late)).toMatchObject({ status: 'waiting', attempts: 0 });
  });

  test('lets go of what it cannot finish, so that another sends it at once', async () => {
    const server = await newServer();
    server.answers.greeting = 'silence';
    const mailId = await writeMail(site);
    const worker = start(smtpTo(server.url));
    await vi.waitUntil(async () => (await statusOf(mailId)) === 'claimed');
    const startedAt = performance.now();
    await worker.stop();
    const tookMs = performance.now() - startedAt;
    const released = await outboxRow(site, mailId);
    server.answers.greeting = undefined;
    await deliverAll(deliveryOf(site, smtpTo(server.url)));

    expect(tookMs).toBeLessThan(10_000);
    expect(released).toMatchObject({ status: 'waiting', fault: 'interrupted' });
    expect(server.mails).toHaveLength(1);
  });

  test('tells a fault without what it was about, and goes on', async () => {
    const mailbox = createDemoMailbox();
    let isBroken = true;
    const bell = createBell();
    const transport: MailTransport = {
      send: async (mail, handling) => {
        if (isBroken) throw new TypeError(`no way to ${mail.recipient}`);
        await mailbox.transport.send(mail, handling);
      },
    };
    const first = await writeMail(site);
    start(transport, { bell });
    await vi.waitUntil(() => log.includes('the worker met a fault'), { timeout: 5000 });
    isBroken = false;
    const second = await writeMail(site);
    bell.ring();
    await vi.waitUntil(async () => (await statusOf(second)) === 'sent');

    expect(log).toContain('"name":"TypeError"');
    expect(log).not.toContain('kim@bruket.example');
    expect(await statusOf(first)).toBe('claimed');
  });

  test('waits for a database that is away', async () => {
    const mailbox = createDemoMailbox();
    const bell = createBell();
    const away = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
    let pool = away;
    const delivery = deliveryOf(site, mailbox.transport);
    const database = {
      get pool() {
        return pool;
      },
    };
    start(mailbox.transport, { bell, delivery: { ...delivery, database } });
    await vi.waitUntil(() => log.includes('"code":"ECONNREFUSED"'));
    pool = delivery.database.pool;
    const mailId = await writeMail(site);
    bell.ring();
    await vi.waitUntil(async () => (await statusOf(mailId)) === 'sent');
    await away.end();
  });

  test('does each hourly task once an hour, whatever becomes of the others', async () => {
    const bell = createBell();
    const done: string[] = [];
    start(createDemoMailbox().transport, {
      bell,
      hourly: [() => Promise.reject(new Error('broken')), () => Promise.resolve(void done.push('done'))],
    });
    await vi.waitUntil(() => done.length === 1);
    bell.ring();
    await pause(100);
    const within = done.length;
    site.clock.advance(hourMs);
    bell.ring();
    await vi.waitUntil(() => done.length === 2);

    expect(within).toBe(1);
  });
});
