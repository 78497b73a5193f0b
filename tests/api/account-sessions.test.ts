import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/access/roles.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { newSession, type Signed, sessionCookieName, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { cookieOf, copyOf, requestedCode, signIn } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const secretPattern = /^[A-Za-z0-9_-]{43}$/;
const isIn = async (visitor: Visitor) => (await visitor.get('/api/account/sessions')).statusCode === 200;

/** Moves times of the session back, as if they had passed. */
async function age({ sessionId }: Pick<Signed, 'sessionId'>, columns: readonly string[], by: string): Promise<void> {
  const changes = columns.map((column) => `${column} = ${column} - $2::interval`).join(', ');
  await site.admin.query(`update sessions set ${changes} where session_id = $1`, [sessionId, by]);
}

describe('the key of a session', () => {
  test('is another one at every sign-in, and the one the browser came with is dead', async () => {
    const visitor = await signIn(site, 'again@example.se');
    const first = cookieOf(visitor);
    await signIn(site, 'again@example.se', visitor);
    const second = cookieOf(visitor);

    expect([first, second]).toEqual([expect.stringMatching(secretPattern), expect.stringMatching(secretPattern)]);
    expect(second).not.toBe(first);
    expect(await isIn(copyOf(site, first))).toBe(false);
    expect(await isIn(visitor)).toBe(true);
  });

  test('is never one that somebody else chose beforehand', async () => {
    const chosen = 'A'.repeat(43);
    const victim = copyOf(site, chosen);
    await signIn(site, 'fixed@example.se', victim);

    expect(cookieOf(victim)).not.toBe(chosen);
    expect(await isIn(victim)).toBe(true);
    expect(await isIn(copyOf(site, chosen))).toBe(false);
  });

  test("ends an attacker's own session that was planted in the browser, which then opens nobody's", async () => {
    const attacker = await signedIn(site);
    const victim = copyOf(site, attacker.sessionSecret);
    await signIn(site, 'planted@example.se', victim);

    expect(await isIn(attacker.visitor)).toBe(false);
    expect((await victim.get('/api/visitor')).json()).toMatchObject({ account: { email: 'planted@example.se' } });
  });

  test('does not come with a refused sign-in, and the session the browser had goes on', async () => {
    const { visitor, sessionSecret } = await signedIn(site);
    await requestedCode(site, visitor, 'mistyped@example.se');
    const reply = await visitor.post('/api/sign-in/code-sessions', { code: 'AAAAAAAA' });

    expectProblem(reply, 422, 'code-not-accepted');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(await isIn(copyOf(site, sessionSecret))).toBe(true);
  });

  test('stands in no body, and of roles nothing in the cookie', async () => {
    const visitor = await signIn(site, 'bodies@example.se');
    const bodies = await Promise.all(
      ['/api/visitor', '/api/account/sessions', '/api/account/data'].map(async (url) => (await visitor.get(url)).body),
    );

    expect(bodies.join()).not.toContain(cookieOf(visitor));
    expect(cookieOf(visitor)).toMatch(secretPattern);
  });
});

describe('a session ends', () => {
  test('for a copied cookie too when the person signs out', async () => {
    const { visitor, sessionSecret } = await signedIn(site);
    const copy = copyOf(site, sessionSecret);
    expect(await isIn(copy)).toBe(true);
    await visitor.post('/api/account/sign-out');

    expect(cookieOf(visitor)).toBe('');
    expectProblem(await copy.get('/api/account/sessions'), 401, 'sign-in-required');
    expect((await copy.get('/api/visitor')).json()).toEqual({ account: null });
  });

  test('at once when it is ended from elsewhere', async () => {
    const here = await signedIn(site);
    const there = await newSession(site, here.personId, { hasSecondFactor: false });
    expect(await isIn(there.visitor)).toBe(true);
    await here.visitor.post(`/api/account/sessions/${there.sessionId}/end`);

    expect(await isIn(there.visitor)).toBe(false);
    expect(await isIn(here.visitor)).toBe(true);
  });

  test('when the person ends this very one, while others go on', async () => {
    const here = await signedIn(site);
    const there = await newSession(site, here.personId, { hasSecondFactor: false });
    const reply = await here.visitor.post(`/api/account/sessions/${here.sessionId}/end`);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toMatchObject({ sessions: [{ sessionId: there.sessionId, isThisOne: false }] });
    expect(cookieOf(here.visitor)).toBe('');
    expect(await isIn(copyOf(site, here.sessionSecret))).toBe(false);
    expect(await isIn(there.visitor)).toBe(true);
  });

  test('at once when the account is locked, and is not brought back by unlocking it', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const person = await signedInAs(site, 'advisor');
    const lock = (isDisabled: boolean) =>
      administrator.visitor.post(`/api/people/${person.personId}/lock`, { isDisabled });
    expect(await isIn(person.visitor)).toBe(true);
    const locked = await lock(true);

    expect(locked.statusCode, locked.body).toBe(200);
    expect(await isIn(person.visitor)).toBe(false);
    await lock(false);
    expect(await isIn(person.visitor)).toBe(false);
  });

  test.each([
    ['locked', 'disabled_at = now()'],
    ['erased', 'email = null, name = null, erased_at = now()'],
  ])('by itself with the person who is %s', async (_name, change) => {
    const person = await signedIn(site);
    await site.admin.query(`update people set ${change} where person_id = $1`, [person.personId]);
    expect(await isIn(person.visitor)).toBe(false);
  });
});

type Limit = readonly [Role | 'nobody', idle: string, shorter: string, longest: string];
const limits: readonly Limit[] = [
  ['nobody', '8 hours', '7 hours 59 minutes', '7 days'],
  ['owner', '8 hours', '7 hours 59 minutes', '7 days'],
  ['advisor', '30 minutes', '29 minutes', '12 hours'],
  ['editor', '30 minutes', '29 minutes', '12 hours'],
  ['administrator', '30 minutes', '29 minutes', '12 hours'],
];

/** Signed in by a code, so that the limits are the product's own; known afterwards by its newest session. */
async function signedInByCode(role: Limit[0]): Promise<{ visitor: Visitor; sessionId: string }> {
  const person = await {
    nobody: () => signedIn(site),
    owner: () => signedInOwner(site),
    respondent: () => signedIn(site),
    advisor: () => signedInAs(site, 'advisor'),
    manager: () => signedInAs(site, 'manager'),
    analyst: () => signedInAs(site, 'analyst'),
    editor: () => signedInAs(site, 'editor'),
    administrator: () => signedInAs(site, 'administrator'),
  }[role]();
  site.clock.advance(61 * 60_000);
  const visitor = await signIn(site, person.email);
  const { rows } = await site.admin.query<{ sessionId: string }>(
    `select session_id as "sessionId" from sessions where person_id = $1 and session_id <> $2`,
    [person.personId, person.sessionId],
  );
  return { visitor, sessionId: rows[0]?.sessionId ?? '' };
}

describe.each(limits)('a session of %s', (role, idle, shorter, longest) => {
  test(`ends after ${idle} without a request, and not after ${shorter}`, async () => {
    const session = await signedInByCode(role);
    await age(session, ['last_seen_at'], shorter);
    expect(await isIn(session.visitor)).toBe(true);

    await age(session, ['last_seen_at'], shorter);
    expect(await isIn(session.visitor)).toBe(true);
    await age(session, ['last_seen_at'], idle);
    expect(await isIn(session.visitor)).toBe(false);
  });

  test(`ends ${longest} after it began, however busy it is`, async () => {
    const session = await signedInByCode(role);
    await age(session, ['expires_at'], `${longest} -1 minutes`);
    expect(await isIn(session.visitor)).toBe(true);
    await age(session, ['expires_at'], '1 minutes 1 second');
    expect(await isIn(session.visitor)).toBe(false);
  });
});

describe('a role that ends in the middle of a session', () => {
  test('opens nothing on the very next request', async () => {
    const editor = await signedInAs(site, 'editor');
    expect((await editor.visitor.get('/api/editor/versions')).statusCode).toBe(200);
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [editor.membershipId]);

    expectProblem(await editor.visitor.get('/api/editor/versions'), 404, 'not-found');
    expect((await editor.visitor.get('/api/visitor')).json()).toMatchObject({ account: { memberships: [] } });
  });

  test('opens nothing either when the organisation has been closed', async () => {
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    expect((await advisor.visitor.get('/api/advisor/firms')).statusCode).toBe(200);
    await site.admin.query('update organisations set closed_at = now() where organisation_id = $1', [
      advisor.organisationId,
    ]);
    const reply = await advisor.visitor.get('/api/advisor/firms');
    await site.admin.query('update organisations set closed_at = null where organisation_id = $1', [
      advisor.organisationId,
    ]);

    expectProblem(reply, 404, 'not-found');
  });
});

test('the list of sessions leaves out those that are over', async () => {
  const person = await signedIn(site);
  for (const [columns, by] of [
    [['last_seen_at'], '9 hours'],
    [['expires_at'], '8 days'],
  ] as const) {
    const over = await newSession(site, person.personId, { hasSecondFactor: false });
    await age(over, columns, by);
  }
  const { sessions } = (await person.visitor.get('/api/account/sessions')).json<{ sessions: object[] }>();

  expect(sessions).toEqual([expect.objectContaining({ sessionId: person.sessionId })]);
});

test('two people in one browser, one after the other: the second is nobody but themselves', async () => {
  const visitor = site.newVisitor();
  await signIn(site, 'first@example.se', visitor);
  await visitor.post('/api/account/sign-out');
  await signIn(site, 'second@example.se', visitor);

  expect((await visitor.get('/api/visitor')).json()).toMatchObject({ account: { email: 'second@example.se' } });
  expect(visitor.cookies.filter(({ name }) => name === sessionCookieName)).toHaveLength(1);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'Chrome, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['?', '–'],
  ['', '–'],
  ['x'.repeat(5000), '–'],
])('the device is told in a few words: %#', async (userAgent, device) => {
  const visitor = site.newVisitor();
  const headers = { 'user-agent': userAgent };
  site.clock.advance(61 * 60_000);
  const code = await requestedCode(site, visitor, 'devices@example.se');
  await visitor.send({ method: 'POST', url: '/api/sign-in/code-sessions', body: { code }, headers });
  const { sessions } = (await visitor.get('/api/account/sessions')).json<{ sessions: { device: string }[] }>();

  expect(sessions[0]?.device).toBe(device);
});
