import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverAll, deliverMails, deliveryOf, outboxRow, smtpTo, testOrigin } from '../support/delivery.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let server: MailServer;
let log = '';
let nextAddress = 0;

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
  server = await startMailServer();
});
afterEach(() => server.close());

const send = () => deliverAll(deliveryOf(site, smtpTo(server.url)));

async function askForCode(visitor: Visitor, headers: Record<string, string> = {}): Promise<string> {
  nextAddress += 1;
  const email = `kim${nextAddress}@bruket${nextAddress}.example`;
  const body = { email, language: 'sv' };
  const reply = await visitor.send({ method: 'POST', url: '/api/sign-in/codes', body, headers });
  expect(reply.statusCode).toBe(202);
  const { rows } = await site.admin.query<{ mailId: string }>(
    'select mail_id as "mailId" from outbox_mails where recipient = $1 order by created_at desc, mail_id desc',
    [email],
  );
  return rows[0]?.mailId ?? '';
}

const codeIn = (text: string | undefined) => /^ {4}([0-9A-Z]{8})$/m.exec(text ?? '')?.[1] ?? '';

const redeem = (visitor: Visitor, code: string) => visitor.post('/api/sign-in/code-sessions', { code });

/** Everything in every table, as text. */
async function dump(): Promise<string> {
  const { rows: tables } = await site.admin.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await site.admin.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

describe('a code for signing in', () => {
  test('lets in the browser that asked for it, and only that one', async () => {
    const visitor = site.newVisitor();
    await askForCode(visitor);
    await send();
    const code = codeIn(server.mails[0]?.text);

    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await redeem(site.newVisitor(), code)).statusCode).toBe(422);
    expect((await redeem(visitor, code)).statusCode).toBe(201);
  });

  test('is also in the link, behind the mark that no server is sent', async () => {
    await askForCode(site.newVisitor());
    await send();
    const [mail] = server.mails;

    expect(mail?.text).toContain(`${testOrigin}/sign-in#code=${codeIn(mail?.text)}\n`);
    expect(mail?.html).toContain(`href="${testOrigin}/sign-in#code=${codeIn(mail?.text)}"`);
    expect(mail?.subject).not.toContain(codeIn(mail?.text));
  });

  test('says until when it holds, as the clock is in Sweden', async () => {
    await askForCode(site.newVisitor());
    await send();

    expect(server.mails[0]?.text).toContain('Koden gäller till kl. 09.10,');
  });

  test('rests nowhere in the database and in no line of the log, before, while and after it is sent', async () => {
    const visitor = site.newVisitor();
    const mailId = await askForCode(visitor);
    const before = await dump();
    server.answers.message = 421;
    await send();
    const during = await dump();
    site.clock.advance(60_000);
    server.answers.message = undefined;
    await send();
    const [mail] = server.mails;
    const code = codeIn(mail?.text);
    const after = await dump();

    expect((await outboxRow(site, mailId)).status).toBe('sent');
    expect(code).not.toBe('');
    const encodings: BufferEncoding[] = ['utf8', 'hex', 'base64'];
    for (const text of [before, during, after, log]) {
      for (const encoding of encodings) expect(text).not.toContain(Buffer.from(code).toString(encoding));
    }
    expect(after).toContain(mailId);
    expect(log).toContain(mailId);
    expect(log).not.toContain('@bruket');
    expect((await redeem(visitor, code)).statusCode).toBe(201);
  });

  test('is a new one each time the mail is tried, and ends the one before', async () => {
    const visitor = site.newVisitor();
    await askForCode(visitor);
    const raws: string[] = [];
    server.answers.message = 451;
    // Some servers keep what they did not take over; a code in it must open nothing.
    const transport = smtpTo(server.url);
    await deliverAll(
      deliveryOf(site, {
        send: (mail, handling) => {
          raws.push(mail.parts.map((part) => (part.kind === 'code' ? part.code : '')).join(''));
          return transport.send(mail, handling);
        },
      }),
    );
    server.answers.message = undefined;
    site.clock.advance(60_000);
    await send();
    const code = codeIn(server.mails[0]?.text);

    expect(raws).toEqual([expect.stringMatching(/^[0-9A-Z]{8}$/)]);
    expect(code).not.toBe(raws[0]);
    expect((await redeem(visitor, raws[0] ?? '')).statusCode).toBe(422);
    expect((await redeem(visitor, code)).statusCode).toBe(201);
  });

  test('is not sent any more when nobody could use it', async () => {
    const mailId = await askForCode(site.newVisitor());
    site.clock.advance(600_000);
    await send();

    expect(server.mails).toEqual([]);
    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault: 'no-longer-needed' });
  });

  test('is not sent for a request that is used up', async () => {
    const mailId = await askForCode(site.newVisitor());
    await site.admin.query('update sign_in_requests set attempts_left = 0');
    await send();

    expect(await outboxRow(site, mailId)).toMatchObject({ status: 'failed', fault: 'no-longer-needed' });
  });

  test('is given up when the next try would come too late', async () => {
    const mailId = await askForCode(site.newVisitor());
    server.answers.message = 451;
    const tries: unknown[] = [];
    for (const waitMs of [0, 60_000, 300_000]) {
      site.clock.advance(waitMs);
      await send();
      const { status, fault, attempts } = await outboxRow(site, mailId);
      tries.push([status, fault, attempts]);
    }

    expect(tries).toEqual([
      ['waiting', 'deferred', 1],
      ['waiting', 'deferred', 2],
      ['failed', 'deferred', 3],
    ]);
  });
});

describe('the link of a mail', () => {
  test('is not changed by what the request that caused it says the site is called', async () => {
    const evil = {
      host: 'evil.example',
      origin: 'http://evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'http',
    };
    await askForCode(site.newVisitor(), evil);
    await send();
    const [mail] = server.mails;

    expect(mail?.raw).not.toContain('evil');
    expect(mail?.text).toContain(`${testOrigin}/sign-in#code=`);
  });
});

describe('the mailbox of a demo', () => {
  test('has the code in clear, for whoever tries the demo', async () => {
    const visitor = site.newVisitor();
    await askForCode(visitor);
    const mails = await deliverMails(site);

    expect(mails).toMatchObject([{ subject: 'Kod för att logga in i Måttstock', sentAt: site.clock.now() }]);
    expect((await redeem(visitor, codeIn(mails[0]?.text))).statusCode).toBe(201);
  });
});
