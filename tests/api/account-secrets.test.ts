import { Writable } from 'node:stream';
import { Secret } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverMails } from '../support/delivery.ts';
import { addedPasskey, passkeySignIn, passkeyStepUp } from '../support/passkey-walk.ts';
import { cookieOf, shownCode, withAuthenticator } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let log = '';
let site: TestApp;
const secrets: [name: string, secret: string][] = [];

const browserCookie = 'mattstock-browser';

function note(name: string, secret: string): void {
  expect(secret, name).not.toBe('');
  secrets.push([name, secret]);
}

/** The code as the worker makes and mails it. */
async function mailed(visitor: Visitor, email: string): Promise<string> {
  await visitor.post('/api/sign-in/codes', { email, language: 'sv' });
  const mails = await deliverMails(site);
  const text = mails.find(({ recipient }) => recipient === email)?.text ?? '';
  return /^ {4}([0-9A-Z]{8})$/m.exec(text)?.[1] ?? '';
}

/** Signs in by every way there is, and notes each secret that passes by. */
async function walk(): Promise<void> {
  const visitor = site.newVisitor();
  const unused = await mailed(site.newVisitor(), 'secrets@example.se');
  note('a code nobody used', unused);
  const code = await mailed(visitor, 'secrets@example.se');
  note('the code by e-mail', code);
  note('the secret of the waiting browser', cookieOf(visitor, browserCookie));
  await visitor.post('/api/sign-in/code-sessions', { code });
  note('the key after the code', cookieOf(visitor));

  const { secret, recoveryCodes } = await withAuthenticator(site, visitor);
  note('the secret of the authenticator', secret);
  for (const recoveryCode of recoveryCodes) note('a recovery code', recoveryCode);
  note('the key after the authenticator', cookieOf(visitor));
  await visitor.post('/api/account/second-factor', { code: shownCode(secret, site.clock) });
  await visitor.post('/api/account/second-factor', { code: recoveryCodes[0] });
  note('the key after a recovery code', cookieOf(visitor));

  const { passkey } = await addedPasskey(visitor);
  note('the secret of the browser that adds a passkey', cookieOf(visitor, browserCookie));
  await passkeyStepUp(visitor, passkey);
  note('the key after a step up', cookieOf(visitor));
  const other = site.newVisitor();
  expect((await passkeySignIn(other, passkey)).statusCode).toBe(201);
  note('the key after a passkey', cookieOf(other));
}

beforeAll(async () => {
  const logDestination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  site = await startTestApp({ logLevel: 'trace', rateLimitPerMinute: 100_000 }, { logDestination });
  await walk();
});
afterAll(() => site.close());

/** Every value of every table, bytes in hexadecimal. */
async function dump(): Promise<string> {
  const { rows: tables } = await site.admin.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await site.admin.query<{ line: string }>(`select to_jsonb(t)::text as line from ${name} t`);
    texts.push(...rows.map(({ line }) => line));
  }
  return texts.join('\n').toLowerCase();
}

/** The forms in which a secret could lie about: as it is, without what is only for the eye, and as bytes. */
function forms(secret: string): string[] {
  const plain = secret.replaceAll('-', '');
  const bytes = [Buffer.from(secret), Buffer.from(plain)];
  const decoded = /^[\w-]{43}$/.test(secret) ? [Buffer.from(secret, 'base64url')] : [];
  const unsealed = /^[A-Z2-7]{32}$/.test(secret) ? [Buffer.from(Secret.fromBase32(secret).bytes)] : [];
  const hidden = [...bytes, ...decoded, ...unsealed].flatMap((each) => [
    each.toString('hex'),
    each.toString('base64').replaceAll('=', ''),
    each.toString('base64url'),
  ]);
  return [secret, plain, ...hidden].map((form) => form.toLowerCase());
}

test('no secret lies in the database, as text or as bytes', async () => {
  const everything = await dump();

  expect(everything).toContain('secrets@example.se');
  expect(secrets.length).toBeGreaterThan(18);
  for (const [name, secret] of secrets) {
    const found = forms(secret).filter((form) => everything.includes(form));
    expect(found, name).toEqual([]);
  }
});

test('no secret lies in the log', () => {
  expect(log).toContain('/api/account/second-factor');
  for (const [name, secret] of secrets) {
    expect(
      forms(secret).filter((form) => log.toLowerCase().includes(form)),
      name,
    ).toEqual([]);
  }
});

test('what is kept in place of a key cannot be used as one', async () => {
  const { rows } = await site.admin.query<{ kept: string; inText: string }>(
    `select encode(key_sha256, 'hex') as kept, translate(encode(key_sha256, 'base64'), '+/=', '-_') as "inText"
     from sessions where revoked_at is null`,
  );

  expect(rows.length).toBeGreaterThan(1);
  for (const value of rows.flatMap(({ kept, inText }) => [kept, inText, inText.trim()])) {
    const reply = await site.newVisitor().send({
      url: '/api/account/sessions',
      headers: { cookie: `mattstock-session=${value}` },
    });
    expect(reply.statusCode).toBe(401);
  }
});
