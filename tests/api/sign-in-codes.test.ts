import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedIn } from '../support/people.ts';
import { mailedCode, requestedCode } from '../support/sign-in.ts';
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

const minuteMs = 60_000;
const redeem = (visitor: Visitor, code: string) => visitor.post('/api/sign-in/code-sessions', { code });
const ask = (visitor: Visitor, email: string) => visitor.post('/api/sign-in/codes', { email, language: 'sv' });

let people = 0;
function newAddress(): string {
  people += 1;
  return `person-${people}@example.se`;
}

async function attemptsLeft(email: string): Promise<number[]> {
  const { rows } = await site.admin.query<{ left: number }>(
    `select attempts_left as left from sign_in_requests where email = $1 and requested_at > $2 order by 1`,
    [email, new Date(site.clock.now().getTime() - 60 * minuteMs)],
  );
  return rows.map(({ left }) => left);
}

/** A code that is not the given one. */
function wrong(code: string): string {
  const other = randomIdentifiers.newCode();
  return other === code ? wrong(code) : other;
}

describe('a code', () => {
  test('works in the browser that asked and in no other, whose tries leave it as it was', async () => {
    const email = newAddress();
    const [mine, stranger] = [site.newVisitor(), site.newVisitor()];
    const code = await requestedCode(site, mine, email);
    await ask(stranger, newAddress());

    for (let turn = 0; turn < 6; turn += 1) expectProblem(await redeem(stranger, code), 422, 'code-not-accepted');
    for (let turn = 0; turn < 6; turn += 1) {
      expectProblem(await redeem(site.newVisitor(), code), 422, 'code-not-accepted');
    }
    expect(await attemptsLeft(email)).toEqual([5]);
    expect((await redeem(mine, code)).statusCode).toBe(201);
  });

  test('works once, in the same browser too', async () => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, newAddress());
    const waiting = visitor.cookies.filter(({ name }) => name === 'mattstock-browser');
    expect((await redeem(visitor, code)).statusCode).toBe(201);

    for (const cookie of waiting) visitor.hold(cookie);
    expectProblem(await redeem(visitor, code), 422, 'code-not-accepted');
  });

  test('opens one session when it is sent twice at once', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, email);
    const replies = await Promise.all(Array.from({ length: 6 }, () => redeem(visitor, code)));
    const { rowCount } = await site.admin.query(
      'select 1 from sessions s join people p using (person_id) where p.email = $1 and s.revoked_at is null',
      [email],
    );

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422, 422, 422, 422, 422]);
    expect(rowCount).toBe(1);
  });

  test.each([
    [10 * minuteMs - 1, 201],
    [10 * minuteMs, 422],
  ])('after %d ms gets the answer %d', async (ageMs, status) => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, newAddress());
    site.clock.advance(ageMs);

    expect((await redeem(visitor, code)).statusCode).toBe(status);
  });

  test('is dead after five wrong tries, the right one included', async () => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, newAddress());
    for (let turn = 0; turn < 5; turn += 1) expectProblem(await redeem(visitor, wrong(code)), 422, 'code-not-accepted');

    expectProblem(await redeem(visitor, code), 422, 'code-not-accepted');
  });

  test('survives four', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, email);
    for (let turn = 0; turn < 4; turn += 1) await redeem(visitor, wrong(code));

    expect(await attemptsLeft(email)).toEqual([1]);
    expect((await redeem(visitor, code)).statusCode).toBe(201);
  });

  test('ends with the next one that the same browser asks for', async () => {
    const visitor = site.newVisitor();
    const earlier = await requestedCode(site, visitor, newAddress());
    const later = await requestedCode(site, visitor, newAddress());

    expectProblem(await redeem(visitor, earlier), 422, 'code-not-accepted');
    expect((await redeem(visitor, later)).statusCode).toBe(201);
  });

  test('ends with the next one even before that has been mailed', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    const earlier = await requestedCode(site, visitor, email);
    await ask(visitor, email);

    expectProblem(await redeem(visitor, earlier), 422, 'code-not-accepted');
  });

  test('does not end when a stranger asks for the same address, nor opens what the stranger waits for', async () => {
    const email = newAddress();
    const [mine, stranger] = [site.newVisitor(), site.newVisitor()];
    const code = await requestedCode(site, mine, email);
    const strangers = await requestedCode(site, stranger, email);

    expectProblem(await redeem(stranger, code), 422, 'code-not-accepted');
    expectProblem(await redeem(mine, strangers), 422, 'code-not-accepted');
    expect((await redeem(mine, code)).statusCode).toBe(201);
  });

  test.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['a hyphen', (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`],
    ['spaces', (code: string) => ` ${code.slice(0, 2)} ${code.slice(2, 5)}\t${code.slice(5)} `],
  ])('is accepted with %s', async (_name, typed) => {
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, newAddress());
    expect((await redeem(visitor, typed(code))).statusCode).toBe(201);
  });

  test('opens nothing for somebody who is locked, and says so only to who has the code', async () => {
    const { email, personId } = await signedIn(site);
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [personId]);
    const [visitor, mistyped] = [site.newVisitor(), site.newVisitor()];
    const code = await requestedCode(site, visitor, email);
    const locked = await redeem(mistyped, wrong(await requestedCode(site, mistyped, email)));
    const unknown = site.newVisitor();
    const anybody = await redeem(unknown, wrong(await requestedCode(site, unknown, newAddress())));
    const same = ({ requestId: _id, ...problem }: Record<string, unknown>) => problem;
    const refused = await redeem(visitor, code);

    expectProblem(locked, 422, 'code-not-accepted');
    expect(same(locked.json())).toEqual(same(anybody.json()));
    expectProblem(refused, 403, 'account-locked');
    expect(refused.headers['set-cookie']).toEqual(locked.headers['set-cookie']);
    expectProblem(await redeem(visitor, code), 422, 'code-not-accepted');
  });
});

describe('guessing', () => {
  test('gets no more tries than the limits give, however many codes are asked for', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    let accepted = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      if (turn % 5 === 0 && (await ask(visitor, email)).statusCode === 202) await mailedCode(site, email);
      const reply = await redeem(visitor, randomIdentifiers.newCode());
      if (reply.statusCode === 201) accepted += 1;
    }
    const left = await attemptsLeft(email);

    expect(accepted).toBe(0);
    // Five codes an hour with five tries each: 25 in 2^40, whatever the effort.
    expect(left).toEqual([0, 0, 0, 0, 0]);
  });

  test('many at a time gets no more tries than one after the other', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    await requestedCode(site, visitor, email);
    await Promise.all(Array.from({ length: 20 }, () => redeem(visitor, randomIdentifiers.newCode())));
    const { rows } = await site.admin.query<{ tries: number }>(
      `select count(*)::integer as tries from audit_events a
       join sign_in_requests r on a.object_id = r.sign_in_request_id::text
       where a.action = 'sign-in-failed' and r.email = $1`,
      [email],
    );

    expect(await attemptsLeft(email)).toEqual([0]);
    expect(rows).toEqual([{ tries: 5 }]);
  });

  test('leaves what happened in the audit log, without the code or the address', async () => {
    const email = newAddress();
    const visitor = site.newVisitor();
    const code = await requestedCode(site, visitor, email);
    await redeem(visitor, wrong(code));
    const { rows } = await site.admin.query(
      `select a.actor_person_id, a.detail from audit_events a
       join sign_in_requests r on a.object_id = r.sign_in_request_id::text where r.email = $1`,
      [email],
    );

    expect(rows).toEqual([{ actor_person_id: null, detail: { attemptsLeft: 4 } }]);
  });
});
