import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDemoMailbox } from '#server/platform/mail/demo-mailbox.ts';
import { smtpFault } from '#server/platform/mail/smtp-fault.ts';
import { noMailServer, type OutgoingMail } from '#server/platform/mail/transport.ts';
import { deliverAll, deliveryOf, outboxRow, smtpTo, testSender, writeMail } from '../support/delivery.ts';
import { localhostCertificate } from '../support/localhost-certificate.ts';
import { type MailServer, type MailServerOptions, startMailServer } from '../support/mail-server.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let site: TestApp;
let log = '';
const open: MailServer[] = [];

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
beforeEach(() => site.admin.query('delete from outbox_mails'));
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function newServer(options?: MailServerOptions): Promise<MailServer> {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}

const send = (url: string, options: Parameters<typeof smtpTo>[1] = {}) =>
  deliverAll(deliveryOf(site, smtpTo(url, options)));

describe('a mail server that asks to be tried again', () => {
  test.each([
    ['at the recipient', { recipient: 451 }],
    ['at the message', { message: 452 }],
    ['by closing', { message: 421 }],
    ['by being out of step', { recipient: 503 }],
  ] as const)('gets the mail later, once: %s', async (_, answers) => {
    const server = await newServer();
    Object.assign(server.answers, answers);
    const mailId = await writeMail(site);
    await send(server.url);
    const refused = await outboxRow(site, mailId);
    Object.assign(server.answers, { recipient: undefined, message: undefined });
    await send(server.url);
    const before = server.mails.length;
    site.clock.advance(minuteMs);
    await send(server.url);
    await send(server.url);

    expect(refused).toMatchObject({ status: 'waiting', fault: 'deferred', attempts: 1, settledAt: null });
    expect(refused.nextAttemptAt.getTime()).toBe(site.clock.now().getTime());
    expect(before).toBe(0);
    expect(server.mails).toHaveLength(1);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'sent', fault: null, attempts: 2 });
  });

  test('is tried less and less often, and not after a day', async () => {
    const server = await newServer();
    server.answers.message = 451;
    const startedAtMs = site.clock.now().getTime();
    const mailId = await writeMail(site);
    const triedAfterMinutes: number[] = [];
    for (let row = await outboxRow(site, mailId); row.status === 'waiting'; row = await outboxRow(site, mailId)) {
      site.clock.advance(row.nextAttemptAt.getTime() - site.clock.now().getTime());
      triedAfterMinutes.push((site.clock.now().getTime() - startedAtMs) / minuteMs);
      await send(server.url);
    }

    expect(triedAfterMinutes.slice(0, 6)).toEqual([0, 1, 6, 21, 81, 141]);
    expect(triedAfterMinutes.at(-1)).toBe(21 + 23 * 60);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault: 'deferred' });
    expect(server.givenCount).toBe(triedAfterMinutes.length);
  });
});

describe('a mail server that refuses', () => {
  test.each([
    ['550 no such user', 'no-such-recipient'],
    ['550 5.1.1 no such user', 'no-such-recipient'],
    ['550 5.2.1 mailbox disabled', 'no-such-recipient'],
    ['550 5.7.1 relaying denied', 'refused'],
    ['550 5.1.8 bad sender', 'refused'],
    ['552 5.2.2 mailbox full', 'refused'],
    ['554 5.7.1 content', 'refused'],
  ])('the recipient is believed to be gone only when that is what it says: %s', (response, fault) => {
    expect(smtpFault({ code: 'EENVELOPE', command: 'RCPT TO', response }, false).code).toBe(fault);
  });

  test.each([
    ['the recipient', { recipient: 550 }, 'no-such-recipient'],
    ['the message', { message: 554 }, 'refused'],
  ] as const)('%s is not asked again, and the outbox says so', async (_, answers, fault) => {
    const server = await newServer();
    Object.assign(server.answers, answers);
    const mailId = await writeMail(site);
    await send(server.url);
    site.clock.advance(hourMs);
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault, attempts: 1 });
    expect((await outboxRow(site, mailId)).settledAt).not.toBeNull();
    expect(server.givenCount).toBe('message' in answers ? 1 : 0);
  });

  test('everybody at the door refuses the connection, not the mail', async () => {
    const server = await newServer();
    server.answers.greeting = 554;
    const mailId = await writeMail(site);
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'unreachable' });
  });

  test('an address that could be read as a command is never spoken', async () => {
    const server = await newServer();
    const mailId = await writeMail(site, { recipient: 'kim@bruket.example>\r\nRCPT TO:<other@bruket.example' });
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault: 'no-such-recipient' });
    expect(server.mails).toEqual([]);
  });
});

describe('a mail server that is away', () => {
  test('gets the mail when it is back, once', async () => {
    const first = await startMailServer();
    const { port, url } = first;
    await first.close();
    const mailId = await writeMail(site);
    await send(url);
    const away = await outboxRow(site, mailId);
    const server = await newServer({ port });
    site.clock.advance(minuteMs);
    await send(url);
    await send(url);

    expect(away).toMatchObject({ status: 'waiting', fault: 'unreachable' });
    expect(server.mails).toHaveLength(1);
    expect((await outboxRow(site, mailId)).status).toBe('sent');
  });

  test('or that says nothing is not waited for long', async () => {
    const server = await newServer();
    server.answers.greeting = 'silence';
    const mailId = await writeMail(site);
    await send(server.url, { limits: { setUpWithinMs: 200, answerWithinMs: 5000 } });

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'unreachable' });
  });

  test('does not hold back mail that waits for nothing', async () => {
    const server = await newServer();
    server.answers.recipient = 451;
    await Promise.all(Array.from({ length: 12 }, () => writeMail(site)));
    await send(server.url);
    server.answers.recipient = undefined;
    await writeMail(site);
    await send(server.url);

    expect(server.mails).toHaveLength(1);
  });
});

describe('a mail server that takes the mail and does not answer', () => {
  test('leaves a mail of which nobody knows, and which is not sent again by itself', async () => {
    const server = await newServer();
    server.answers.message = 'silence';
    const mailId = await writeMail(site);
    await send(server.url, { limits: { setUpWithinMs: 5000, answerWithinMs: 300 } });
    server.answers.message = undefined;
    site.clock.advance(24 * hourMs);
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'unconfirmed', fault: 'no-answer', attempts: 1 });
    expect(server.givenCount).toBe(1);
    expect(server.mails).toEqual([]);
  });
});

describe('the connection to a mail server', () => {
  const { key, cert } = localhostCertificate;
  const trusting = { tls: { ca: cert } };
  const login = (onName: (name: string) => void): Pick<MailServerOptions, 'onAuth'> => ({
    onAuth: ({ username, password }, _session, done) => {
      onName(`${username}/${password}`);
      done(null, password === 'rätt:ord' ? { user: username } : { message: 'no', responseCode: 535 });
    },
  });
  const withLogin = (url: string, password: string) =>
    url.replace('://', `://${encodeURIComponent('måtts@tock')}:${encodeURIComponent(password)}@`);

  test.each([
    ['from the start with smtps', { secure: true }],
    ['as soon as it is offered with smtp', { hasTls: true }],
  ] as const)('is encrypted %s', async (_, options) => {
    const server = await newServer({ key, cert, ...options });
    const mailId = await writeMail(site);
    await send(server.url, trusting);

    expect((await outboxRow(site, mailId)).status).toBe('sent');
    expect(server.mails).toHaveLength(1);
  });

  test.each([
    ['from the start', { secure: true }],
    ['when it is offered', { hasTls: true }],
  ] as const)('is not used when nobody answers for its certificate: %s', async (_, options) => {
    const server = await newServer({ key, cert, ...options });
    const mailId = await writeMail(site);
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'no-secure-connection' });
    expect(server.givenCount).toBe(0);
  });

  test('shows the name and password that the address holds', async () => {
    const names: string[] = [];
    const server = await newServer({ key, cert, hasTls: true, ...login((name) => names.push(name)) });
    const mailId = await writeMail(site);
    await send(withLogin(server.url, 'rätt:ord'), trusting);

    expect(names).toEqual(['måtts@tock/rätt:ord']);
    expect((await outboxRow(site, mailId)).status).toBe('sent');
  });

  test('with a wrong password is a fault of the site, and the mail waits', async () => {
    const server = await newServer({ key, cert, hasTls: true, ...login(() => undefined) });
    const mailId = await writeMail(site);
    await send(withLogin(server.url, 'fel'), trusting);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'login-refused' });
  });

  test('is shown no password in clear', async () => {
    const names: string[] = [];
    const server = await newServer({ ...login((name) => names.push(name)) });
    const mailId = await writeMail(site);
    await send(withLogin(server.url, 'rätt:ord'), trusting);

    expect(names).toEqual([]);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'no-secure-connection' });
  });
});

describe('handing a mail over', () => {
  const mail: OutgoingMail = {
    mailId: randomUUID(),
    recipient: 'kim@bruket.example',
    language: 'sv',
    subject: 'Ämne',
    parts: [{ kind: 'paragraph', text: 'Hej' }],
    calendar: '',
    footer: 'Måttstock',
    sentAt: new Date(),
  };
  const { signal } = new AbortController();

  test('gives not one byte before it is written down that it is given', async () => {
    const server = await newServer();
    let given = -1;
    const onHandOver = async () => {
      await pause(100);
      given = server.byteCount;
    };
    await smtpTo(server.url).send(mail, { onHandOver, signal });

    expect(given).toBe(0);
    expect(server.mails).toHaveLength(1);
  });

  test('gives nothing at all when that cannot be written down', async () => {
    const server = await newServer();
    const fault = new Error('the database is away');
    const onHandOver = () => Promise.reject(fault);

    await expect(smtpTo(server.url).send(mail, { onHandOver, signal })).rejects.toBe(fault);
    await pause(100);
    expect([server.byteCount, server.givenCount]).toEqual([0, 0]);
  });
});

describe('a site without a mail server', () => {
  test('keeps its mail waiting, and the outbox says for what', async () => {
    const mailId = await writeMail(site);
    await deliverAll(deliveryOf(site, noMailServer));

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'waiting', fault: 'no-mail-server' });
  });

  test('keeps the last fifty mails of a demo', async () => {
    const mailbox = createDemoMailbox();
    for (let count = 0; count < 52; count += 1) {
      await writeMail(site, { recipient: `kim${count}@bruket.example` });
      site.clock.advance(1);
    }
    await deliverAll(deliveryOf(site, mailbox.transport));

    expect(mailbox.list()).toHaveLength(50);
    expect(mailbox.list()[0]?.text).toContain('En passnyckel har lagts till på ert konto.');
  });
});

describe('a mail that somebody asks to be sent again', () => {
  test('is tried once more, also when it is old', async () => {
    const server = await newServer();
    server.answers.recipient = 550;
    const mailId = await writeMail(site);
    await send(server.url);
    site.clock.advance(48 * hourMs);
    await site.admin.query(`update outbox_mails set status = 'waiting', settled_at = null, attempts = 0`);
    server.answers.recipient = undefined;
    await send(server.url);

    expect((await outboxRow(site, mailId)).status).toBe('sent');
  });

  test('but has no recipient any more is settled', async () => {
    const server = await newServer();
    const mailId = await writeMail(site);
    await site.admin.query(`update outbox_mails set recipient = null, facts = '{}'`);
    await send(server.url);

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault: 'no-longer-needed' });
  });
});

test('the log tells kinds and codes, and never an address, a name or what a server said', () => {
  expect(log).toContain('"fault":"no-such-recipient"');
  expect(log).toContain('"kind":"factor-changed"');
  expect(log).not.toMatch(/bruket|so it was told|rätt:ord|måtts@tock|localhost/);
  expect(log).not.toContain(testSender);
});
