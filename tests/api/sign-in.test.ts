import { afterAll, beforeAll, expect, test } from 'vitest';
import { getSignInMethods, redeemSignInCode, requestSignInCode } from '#shared/contracts/sign-in.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedInAs } from '../support/people.ts';
import { cookieOf, mailedCode, requestedCode, signIn } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const codes = '/api/sign-in/codes';
const sessions = '/api/sign-in/code-sessions';

describeEndpoint(getSignInMethods, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/sign-in/methods');

    expect(reply.json()).toEqual({ oidc: null, hasDemoPeople: false });
    expect(reply.headers['set-cookie']).toBeUndefined();
  },
});

describeEndpoint(requestSignInCode, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': 'the same for every address: shown in sign-in-uniform.test.ts',
  'refuses an invalid request': async () => {
    const post = (body: object) => site.newVisitor().post(codes, body);

    expectProblem(await post({ email: 'nobody', language: 'sv' }), 422, 'invalid-request');
    expectProblem(await post({ email: 'a@example.se', language: 'de' }), 422, 'invalid-request');
    expectProblem(await post({ email: ['a@example.se'], language: 'sv' }), 422, 'invalid-request');
    expectProblem(await post({ email: 'a@example.se\r\nBcc: b@example.se', language: 'sv' }), 422, 'invalid-request');
    expectProblem(await post({ email: 'a@example.se\u0000', language: 'sv' }), 422, 'invalid-request');
    expectProblem(await post({ email: 'a@example.se', language: 'sv', role: 'owner' }), 422, 'invalid-request');
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const visitor = site.newVisitor();
    const reply = await visitor.post(codes, { email: '  Asa@Example.SE ', language: 'en' });

    expect(reply.statusCode, reply.body).toBe(202);
    expect(reply.json()).toEqual({ expiresAt: '2026-11-02T08:10:00.000Z' });
    const { rows } = await site.admin.query(
      `select r.language, r.code_hash, r.attempts_left, m.kind, m.facts->>'signInRequestId' = r.sign_in_request_id::text
         as "isForIt"
       from sign_in_requests r join outbox_mails m on m.recipient = r.email where r.email = 'asa@example.se'`,
    );
    expect(rows).toEqual([{ language: 'en', code_hash: null, attempts_left: 5, kind: 'sign-in-code', isForIt: true }]);
  },
});

describeEndpoint(redeemSignInCode, {
  'refuses who has no key': async () => {
    const code = await requestedCode(site, site.newVisitor(), 'no-key@example.se');
    expectProblem(await site.newVisitor().post(sessions, { code }), 422, 'code-not-accepted');
  },
  'refuses the wrong role': async () => {
    const code = await requestedCode(site, site.newVisitor(), 'mine@example.se');
    const stranger = site.newVisitor();
    await requestedCode(site, stranger, 'stranger@example.se');
    expectProblem(await stranger.post(sessions, { code }), 422, 'code-not-accepted');
  },
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, 'invalid@example.se');
    const post = (body: object) => visitor.post(sessions, body);

    expectProblem(await post({}), 422, 'invalid-request');
    expectProblem(await post({ code: 12_345_678 }), 422, 'invalid-request');
    expectProblem(await post({ code: [code] }), 422, 'invalid-request');
    expectProblem(await post({ code: `${code}0` }), 422, 'invalid-request');
    expectProblem(await post({ code: `${code.slice(1)}\u0000` }), 422, 'invalid-request');
    expectProblem(await post({ code, personId: 'x' }), 422, 'invalid-request');
    expect((await post({ code })).statusCode).toBe(201);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await visitor.post(codes, { email: 'not-sent@example.se', language: 'sv' });
    expectProblem(await visitor.post(sessions, { code: 'AAAAAAAA' }), 422, 'code-not-accepted');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, 'new@example.se');
    const reply = await visitor.post(sessions, { code });

    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({
      email: 'new@example.se',
      name: null,
      language: 'sv',
      memberships: [],
      invitations: [],
      secondFactor: {
        isShown: false,
        isNeeded: false,
        hasAuthenticator: false,
        hasPasskey: false,
        recoveryCodesLeft: 0,
      },
      isFresh: true,
    });
    expect((await visitor.get('/api/visitor')).json()).toMatchObject({ account: { email: 'new@example.se' } });
  },
});

test('signing in leaves a session in the audit log, and takes away what the browser waited with', async () => {
  const visitor = await signIn(site, 'audited@example.se');
  const { rows } = await site.admin.query(
    `select a.action, a.detail, a.object_id = s.session_id::text as "isOfIt", s.device, s.method
     from people p join sessions s using (person_id) join audit_events a on a.actor_person_id = p.person_id
     where p.email = 'audited@example.se'`,
  );

  expect(rows).toEqual([
    {
      action: 'signed-in',
      detail: { method: 'code', hasSecondFactor: false },
      isOfIt: true,
      device: expect.any(String),
      method: 'code',
    },
  ]);
  expect(cookieOf(visitor, 'mattstock-browser')).toBe('');
  expect(cookieOf(visitor)).toMatch(/^[\w-]{43}$/);
});

test('somebody who comes back is the same person, also with other letters and spaces', async () => {
  const first = await signIn(site, 'back@example.se');
  const visitor = site.newVisitor();
  await visitor.post(codes, { email: ' BACK@example.SE ', language: 'en' });
  const again = await visitor.post(sessions, { code: await mailedCode(site, 'back@example.se') });
  const before = (await first.get('/api/visitor')).json<{ account: { personId: string } }>();

  expect(again.json()).toMatchObject({ personId: before.account.personId, language: 'sv' });
});

test('staff are told by mail that somebody signed in, and firms are not', async () => {
  const { email } = await signedInAs(site, 'advisor');
  await signIn(site, email);
  await signIn(site, 'firm@example.se');
  const { rows } = await site.admin.query(`select recipient, facts from outbox_mails where kind = 'new-sign-in'`);

  expect(rows).toEqual([{ recipient: email, facts: { device: expect.any(String), method: 'code' } }]);
});

test('staff who have shown the mailbox alone are told what is missing, and are not let further', async () => {
  const { email } = await signedInAs(site, 'administrator');
  const visitor = await signIn(site, email);

  expect((await visitor.get('/api/visitor')).json()).toMatchObject({
    account: { secondFactor: { isShown: false, isNeeded: true }, memberships: [{ role: 'administrator' }] },
  });
  expectProblem(await visitor.get('/api/audit-events'), 403, 'second-factor-required');
});
