import { Secret } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newAuthenticatorSecret, stepOfCode } from '#server/platform/identity/one-time-password.ts';
import { tampered } from '../support/audit.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { mailboxOnly, type Proved, signedInWithAuthenticator } from '../support/factor-families.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { cookieOf, copyOf, shownCode, signIn } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

// Every test has the whole hour's share of codes.
beforeEach(() => site.clock.advance(61 * 60_000));

const show = (visitor: Visitor, code: string) => visitor.post('/api/account/second-factor', { code });
const now = ({ secret }: Proved, steps = 0) => shownCode(secret, site.clock, steps);

/** Six digits that the authenticator shows neither now nor about now. */
function wrongCode(person: Proved): string {
  const shown = [-1, 0, 1].map((steps) => now(person, steps));
  return ['111111', '222222', '333333', '444444'].find((code) => !shown.includes(code)) ?? '';
}

describe('codes of an authenticator', () => {
  // RFC 6238, appendix B, by the last six of its eight digits.
  test.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('at second %d are those of the standard: %s', (second, code, step) => {
    const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
    expect(stepOfCode(secret, code, new Date(second * 1000))).toBe(step);
  });

  test('come from 160 random bits', () => {
    const secrets = Array.from({ length: 50 }, () => newAuthenticatorSecret('a@example.se').secret);
    expect(new Set(secrets).size).toBe(50);
    expect(secrets.every((secret) => Secret.fromBase32(secret).bytes.length === 20)).toBe(true);
  });

  test.each([
    [-2, 422],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 422],
  ])('%d steps from now get the answer %d', async (steps, status) => {
    const person = await signedInWithAuthenticator(site);
    site.clock.advance(90_000);
    const reply = await show(await mailboxOnly(site, person), now(person, steps));

    expect(reply.statusCode, reply.body).toBe(status);
  });

  test('count once: not again in another browser, nor one of an earlier step after a later', async () => {
    const person = await signedInWithAuthenticator(site);
    site.clock.advance(90_000);
    expect((await show(await mailboxOnly(site, person), now(person, 1))).statusCode).toBe(200);

    for (const steps of [1, 0, -1]) {
      expectProblem(await show(await mailboxOnly(site, person), now(person, steps)), 422, 'code-not-accepted');
    }
  });

  test('count once also when they come at the same moment', async () => {
    const person = await signedInWithAuthenticator(site);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => mailboxOnly(site, person)));
    const replies = await Promise.all(browsers.map((visitor) => show(visitor, now(person))));

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422, 422]);
  });

  test('do not count a second time when one has put the authenticator in use', async () => {
    const { visitor, ...person } = await signedIn(site);
    const { authenticatorId, secret } = (await visitor.post('/api/account/authenticators')).json<
      Proved & { authenticatorId: string }
    >();
    const code = shownCode(secret, site.clock);
    await visitor.post(`/api/account/authenticators/${authenticatorId}/confirmation`, { code });

    expectProblem(await show(await mailboxOnly(site, person), code), 422, 'code-not-accepted');
  });
});

describe('a secret that was handed out and not confirmed', () => {
  const begin = async (visitor: Visitor) =>
    (await visitor.post('/api/account/authenticators')).json<{ authenticatorId: string; secret: string }>();
  const confirm = (visitor: Visitor, id: string, code: string) =>
    visitor.post(`/api/account/authenticators/${id}/confirmation`, { code });

  test('opens nothing, and leaves the one in use in use', async () => {
    const person = await signedInWithAuthenticator(site);
    const further = await begin(person.visitor);
    const weak = await mailboxOnly(site, person);

    expectProblem(await show(weak, shownCode(further.secret, site.clock)), 422, 'code-not-accepted');
    expect((await show(weak, now(person))).statusCode).toBe(200);
  });

  test('leaves the one in use in use when a wrong code is shown of it', async () => {
    const person = await signedInWithAuthenticator(site);
    const further = await begin(person.visitor);
    expectProblem(await confirm(person.visitor, further.authenticatorId, now(person)), 422, 'code-not-accepted');
    const weak = await mailboxOnly(site, person);

    expect((await show(weak, now(person))).statusCode).toBe(200);
    expect((await show(await mailboxOnly(site, person), person.recoveryCodes[0] ?? '')).statusCode).toBe(200);
  });

  test('takes the place of the one in use, with new recovery codes, once it is confirmed', async () => {
    const person = await signedInWithAuthenticator(site);
    const further = await begin(person.visitor);
    await confirm(person.visitor, further.authenticatorId, shownCode(further.secret, site.clock));
    site.clock.advance(30_000);
    const weak = await mailboxOnly(site, person);

    expectProblem(await show(weak, now(person)), 422, 'code-not-accepted');
    expectProblem(await show(weak, person.recoveryCodes[0] ?? ''), 422, 'code-not-accepted');
    expect((await show(weak, shownCode(further.secret, site.clock))).statusCode).toBe(200);
  });

  test.each([
    [30 * 60_000 - 1, 200],
    [30 * 60_000, 404],
  ])('after %d ms gets the answer %d', async (ageMs, status) => {
    const { visitor } = await signedIn(site);
    const { authenticatorId, secret } = await begin(visitor);
    site.clock.advance(ageMs);

    expect((await confirm(visitor, authenticatorId, shownCode(secret, site.clock))).statusCode).toBe(status);
  });

  test('is the only one of the person: another in its place ends it, and leaves the one in use', async () => {
    const person = await signedInWithAuthenticator(site);
    const earlier = await begin(person.visitor);
    await Promise.all(Array.from({ length: 4 }, () => begin(person.visitor)));
    const last = await begin(person.visitor);
    const { rows } = await site.admin.query<{ confirmed: number; begun: number }>(
      `select count(confirmed_at)::integer as confirmed, count(*) filter (where confirmed_at is null)::integer as begun
       from authenticators where person_id = $1`,
      [person.personId],
    );

    expect(rows).toEqual([{ confirmed: 1, begun: 1 }]);
    const code = shownCode(earlier.secret, site.clock);
    expectProblem(await confirm(person.visitor, earlier.authenticatorId, code), 404, 'not-found');
    const lastCode = shownCode(last.secret, site.clock);
    expect((await confirm(person.visitor, last.authenticatorId, lastCode)).statusCode).toBe(200);
  });

  test('cannot be confirmed twice', async () => {
    const { visitor } = await signedIn(site);
    const { authenticatorId, secret } = await begin(visitor);
    await confirm(visitor, authenticatorId, shownCode(secret, site.clock));
    site.clock.advance(30_000);

    const again = await confirm(visitor, authenticatorId, shownCode(secret, site.clock));
    expectProblem(again, 404, 'not-found');
  });
});

describe('wrong codes', () => {
  async function fail(person: Proved, times: number): Promise<Visitor> {
    const weak = await mailboxOnly(site, person);
    for (let turn = 0; turn < times; turn += 1) {
      expectProblem(await show(weak, wrongCode(person)), 422, 'code-not-accepted');
    }
    return weak;
  }

  test('five of them within a quarter of an hour are the last, in every browser and with recovery codes', async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await fail(person, 5);

    for (const visitor of [weak, await mailboxOnly(site, person)]) {
      for (const code of [now(person), wrongCode(person), person.recoveryCodes[0] ?? '']) {
        expectProblem(await show(visitor, code), 429, 'too-many-requests');
      }
    }
  });

  test('four of them leave the next right one good', async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await fail(person, 4);
    expect((await show(weak, now(person))).statusCode).toBe(200);
  });

  test('are forgotten after a quarter of an hour', async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await fail(person, 5);
    await tampered(
      site,
      `update audit_events set occurred_at = occurred_at - interval '15 minutes 1 second'
      where actor_person_id = '${person.personId}'`,
    );

    expect((await show(weak, now(person))).statusCode).toBe(200);
  });

  test("do not count against anybody else's tries", async () => {
    await fail(await signedInWithAuthenticator(site), 5);
    const other = await signedInWithAuthenticator(site);
    expect((await show(await mailboxOnly(site, other), now(other))).statusCode).toBe(200);
  });

  test('many at a time get no more tries than one after the other', async () => {
    const person = await signedInWithAuthenticator(site);
    const browsers = await Promise.all(Array.from({ length: 8 }, () => mailboxOnly(site, person)));
    const replies = await Promise.all(browsers.map((visitor) => show(visitor, wrongCode(person))));

    expect(replies.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5);
    expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(3);
  });
});

describe('a recovery code', () => {
  test('opens once, and the others go on counting', async () => {
    const person = await signedInWithAuthenticator(site);
    const [first = '', second = ''] = person.recoveryCodes;
    const opened = await show(await mailboxOnly(site, person), first);

    expect(opened.json()).toMatchObject({ secondFactor: { isShown: true, recoveryCodesLeft: 9 } });
    expectProblem(await show(await mailboxOnly(site, person), first), 422, 'code-not-accepted');
    expect((await show(await mailboxOnly(site, person), second)).statusCode).toBe(200);
  });

  test('that was used is told by mail to whom it belongs to, and a code of the authenticator is not', async () => {
    const person = await signedInWithAuthenticator(site);
    await show(await mailboxOnly(site, person), shownCode(person.secret, site.clock));
    await show(await mailboxOnly(site, person), person.recoveryCodes[0] ?? '');
    const { rows } = await site.admin.query<{ change: string }>(
      `select facts->>'change' as change from outbox_mails where kind = 'factor-changed' and recipient = $1
       order by mail_id`,
      [person.email],
    );

    expect(rows.map(({ change }) => change)).toEqual(['authenticator-added', 'recovery-code-used']);
  });

  test('is accepted in small letters, with spaces and without hyphens', async () => {
    const person = await signedInWithAuthenticator(site);
    const [first = '', second = ''] = person.recoveryCodes;

    expect((await show(await mailboxOnly(site, person), first.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(
      200,
    );
    expect((await show(await mailboxOnly(site, person), second.replaceAll('-', ''))).statusCode).toBe(200);
  });

  test('sent from several browsers at once opens one', async () => {
    const person = await signedInWithAuthenticator(site);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => mailboxOnly(site, person)));
    const replies = await Promise.all(browsers.map((visitor) => show(visitor, person.recoveryCodes[0] ?? '')));

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422, 422]);
  });
});

describe('the session', () => {
  test('has another key once a second factor is shown, and the earlier key is dead', async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await mailboxOnly(site, person);
    const before = cookieOf(weak);
    await show(weak, now(person));

    expect(cookieOf(weak)).not.toBe(before);
    expect((await weak.get('/api/account/sessions')).statusCode).toBe(200);
    expectProblem(await copyOf(site, before).get('/api/account/sessions'), 401, 'sign-in-required');
  });

  test('is as it was after a wrong code', async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await mailboxOnly(site, person);
    const before = cookieOf(weak);
    await show(weak, wrongCode(person));

    expect(cookieOf(weak)).toBe(before);
    expect((await weak.get('/api/visitor')).json()).toMatchObject({ account: { secondFactor: { isShown: false } } });
  });

  test('of staff opens what the role opens from the mailbox to the second factor, and not before', async () => {
    const editor = await signedInAs(site, 'editor');
    const person = await signedInWithAuthenticator(site, editor);
    const visitor = await signIn(site, editor.email);

    expectProblem(await visitor.get('/api/editor/versions'), 403, 'second-factor-required');
    await show(visitor, now(person));
    expect((await visitor.get('/api/editor/versions')).statusCode).toBe(200);
  });
});

describe('the last factor', () => {
  const remove = ({ visitor }: Proved) => visitor.post('/api/account/authenticators/removal');

  test('of somebody who needs one cannot be taken away', async () => {
    const person = await signedInWithAuthenticator(site, await signedInAs(site, 'advisor'));

    expectProblem(await remove(person), 409, 'last-of-its-kind');
    expect((await show(await mailboxOnly(site, person), now(person))).statusCode).toBe(200);
  });

  test('of an owner of a firm can', async () => {
    const person = await signedInWithAuthenticator(site, await signedInOwner(site));
    expect((await remove(person)).statusCode).toBe(200);
  });
});

test('every change of factors is told by mail and in the audit log', async () => {
  const person = await signedInWithAuthenticator(site);
  await person.visitor.post('/api/account/recovery-codes');
  await person.visitor.post('/api/account/authenticators/removal');
  const changes = ['authenticator-added', 'recovery-codes-renewed', 'authenticator-removed'];
  const mails = await site.admin.query<{ change: string }>(
    `select facts->>'change' as change from outbox_mails where kind = 'factor-changed' and recipient = $1 order by mail_id`,
    [person.email],
  );
  const events = await site.admin.query<{ change: string }>(
    `select detail->>'change' as change from audit_events where actor_person_id = $1 and action like 'factor-%'
     order by audit_sequence`,
    [person.personId],
  );

  expect(mails.rows.map(({ change }) => change)).toEqual(changes);
  expect(events.rows.map(({ change }) => change)).toEqual(changes);
});
