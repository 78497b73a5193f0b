import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { newSignInCode } from '#server/platform/identity/sign-in-code.ts';
import type { Signed } from './people.ts';
import type { TestApp } from './test-app.ts';
import type { TestClock } from './test-clock.ts';
import type { Visitor } from './visitor.ts';

/** Does what the worker does when it makes the mail: puts a code to the newest request for the address. */
export async function mailedCode({ admin }: Pick<TestApp, 'admin'>, email: string): Promise<string> {
  const { code, salt, hash } = await newSignInCode(randomIdentifiers);
  const { rowCount } = await admin.query(
    `update sign_in_requests set code_salt = $2, code_hash = $3
     where sign_in_request_id = (
       select sign_in_request_id from sign_in_requests where email = $1
       order by requested_at desc, sign_in_request_id desc limit 1
     )`,
    [email, salt, hash],
  );
  if (rowCount !== 1) throw new Error(`nobody asked for a code for ${email}`);
  return code;
}

/** Asks for a code in the browser and reads it out of the mailbox. */
export async function requestedCode(site: Pick<TestApp, 'admin'>, visitor: Visitor, email: string): Promise<string> {
  const reply = await visitor.post('/api/sign-in/codes', { email, language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(202);
  return mailedCode(site, email);
}

/** Signs the holder of the address in, the whole way, in a browser of their own unless one is given. */
export async function signIn(
  site: Pick<TestApp, 'admin' | 'newVisitor'>,
  email: string,
  visitor: Visitor = site.newVisitor(),
): Promise<Visitor> {
  const code = await requestedCode(site, visitor, email);
  const reply = await visitor.post('/api/sign-in/code-sessions', { code });
  expect(reply.statusCode, reply.body).toBe(201);
  return visitor;
}

/** What the authenticator shows, so many steps of half a minute after now. */
export function shownCode(secret: string, clock: TestClock, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  return totp.generate({ timestamp: clock.now().getTime() + steps * 30_000 });
}

export type Authenticator = { readonly secret: string; readonly recoveryCodes: readonly string[] };

/** Sets an authenticator up for somebody who may, and lets the code's half minute pass, so that the next one counts. */
export async function withAuthenticator({ clock }: Pick<TestApp, 'clock'>, visitor: Visitor): Promise<Authenticator> {
  const begun = await visitor.post('/api/account/authenticators');
  expect(begun.statusCode, begun.body).toBe(201);
  const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>();
  const url = `/api/account/authenticators/${authenticatorId}/confirmation`;
  const confirmed = await visitor.post(url, { code: shownCode(secret, clock) });
  expect(confirmed.statusCode, confirmed.body).toBe(200);
  clock.advance(30_000);
  return { secret, recoveryCodes: confirmed.json<{ recoveryCodes: string[] }>().recoveryCodes };
}

/** The value of a cookie the browser holds; empty when it holds none. */
export function cookieOf(visitor: Visitor, name = 'mattstock-session'): string {
  return visitor.cookies.find((cookie) => cookie.name === name)?.value ?? '';
}

/** A browser that shows a cookie copied from another one. */
export function copyOf(site: Pick<TestApp, 'newVisitor'>, secret: string): Visitor {
  const visitor = site.newVisitor();
  visitor.hold({ name: 'mattstock-session', value: secret, path: '/' });
  return visitor;
}

/** As if the person had proved who it is long ago. */
export async function stale({ admin }: Pick<TestApp, 'admin'>, { personId }: Pick<Signed, 'personId'>): Promise<void> {
  await admin.query(`update sessions set verified_at = verified_at - interval '11 minutes' where person_id = $1`, [
    personId,
  ]);
}
