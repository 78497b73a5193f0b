import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { factorRows, mailboxOnly, signedInWithAuthenticator } from '../support/factor-families.ts';
import {
  addedPasskey,
  askedToSignIn,
  askedToStepUp,
  offered,
  passkeySignIn,
  passkeyStepUp,
  sendNew,
  sendSignIn,
  sendStepUp,
  siteOrigin,
} from '../support/passkey-walk.ts';
import { signedIn, signedInAs } from '../support/people.ts';
import { cookieOf, copyOf } from '../support/sign-in.ts';
import { type Flaws, SoftPasskey } from '../support/soft-passkey.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const flaws: [string, Flaws][] = [
  ['of another site', { origin: 'https://evil.example' }],
  ['of a site whose name only begins alike', { origin: 'http://localhost:3000.evil.example' }],
  ['made for another relying party', { relyingParty: 'evil.example' }],
  ['to another challenge', { challenge: 'A'.repeat(43) }],
  ['without the person shown to it', { isUserVerified: false }],
  ['of another kind', { type: 'payment.get' }],
];

describe('a reply that is not taken, and leaves nothing:', () => {
  test.each(flaws)('a new passkey %s', async (_name, flaw) => {
    const person = await signedIn(site);
    const credential = new SoftPasskey().register(await offered(person.visitor), siteOrigin, flaw);

    expectProblem(await sendNew(person.visitor, credential), 401, 'sign-in-refused');
    expect(await factorRows(site, person)).toEqual([[], [], [], []]);
  });

  const toKnownKeys: [string, Flaws][] = [
    ...flaws,
    ['signed with another key', { signer: new SoftPasskey() }],
    ['with a counter that has gone back', { counter: 0 }],
  ];

  test.each(toKnownKeys)('a sign-in %s', async (_name, flaw) => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    expect((await passkeySignIn(site.newVisitor(), passkey)).statusCode).toBe(201);
    const before = await factorRows(site, person);
    const visitor = site.newVisitor();
    const reply = await passkeySignIn(visitor, passkey, flaw);

    expectProblem(reply, 401, 'sign-in-refused');
    expect(cookieOf(visitor)).toBe('');
    expect(await factorRows(site, person)).toEqual(before);
  });

  test.each(toKnownKeys)('a step up %s', async (_name, flaw) => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const weak = await mailboxOnly(site, person);
    expect((await passkeyStepUp(weak, passkey)).statusCode).toBe(200);
    const weaker = await mailboxOnly(site, person);

    expectProblem(await passkeyStepUp(weaker, passkey, flaw), 401, 'sign-in-refused');
    expect((await weaker.get('/api/visitor')).json()).toMatchObject({ account: { secondFactor: { isShown: false } } });
  });
});

describe('a challenge', () => {
  const uses: [string, (visitor: Visitor) => Promise<Record<string, unknown>>, typeof sendSignIn][] = [
    ['sign-in', askedToSignIn, sendSignIn],
    ['step up', askedToStepUp, sendStepUp],
  ];

  test.each(uses)('of a %s counts once, with the reply that was taken', async (_name, ask, send) => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const visitor = await mailboxOnly(site, person);
    const options = await ask(visitor);
    const waiting = visitor.cookies;
    const credential = passkey.authenticate(options, siteOrigin);
    expect((await send(visitor, credential)).statusCode).toBeLessThan(300);

    const again = await mailboxOnly(site, person);
    for (const cookie of waiting.filter(({ name }) => name === 'mattstock-browser')) again.hold(cookie);
    expectProblem(await send(again, credential), 401, 'sign-in-refused');
    await ask(again);
    expectProblem(await send(again, credential), 401, 'sign-in-refused');
  });

  test.each(uses)('of a %s is over after a wrong reply', async (_name, ask, send) => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const visitor = await mailboxOnly(site, person);
    const options = await ask(visitor);
    await send(visitor, passkey.authenticate(options, siteOrigin, { isUserVerified: false }));

    expectProblem(await send(visitor, passkey.authenticate(options, siteOrigin)), 401, 'sign-in-refused');
  });

  test.each(uses)('of a %s belongs to the browser it was given to', async (_name, ask, send) => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const [waiting, idle] = [await mailboxOnly(site, person), await mailboxOnly(site, person)];
    await ask(waiting);
    for (const other of [waiting, idle]) {
      const options = await ask(await mailboxOnly(site, person));
      expectProblem(await send(other, passkey.authenticate(options, siteOrigin)), 401, 'sign-in-refused');
    }
  });

  test.each([
    [10 * 60_000 - 1, 201],
    [10 * 60_000, 401],
  ])('after %d ms gets the answer %d', async (ageMs, status) => {
    const { passkey } = await addedPasskey((await signedIn(site)).visitor);
    const visitor = site.newVisitor();
    const options = await askedToSignIn(visitor);
    site.clock.advance(ageMs);

    expect((await sendSignIn(visitor, passkey.authenticate(options, siteOrigin))).statusCode).toBe(status);
  });

  test('for one purpose serves no other', async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const weak = await mailboxOnly(site, person);
    const toStepUp = passkey.authenticate(await askedToStepUp(weak), siteOrigin);
    expectProblem(await sendSignIn(weak, toStepUp), 401, 'sign-in-refused');

    const toSignIn = passkey.authenticate(await askedToSignIn(weak), siteOrigin);
    expectProblem(await sendStepUp(weak, toSignIn), 401, 'sign-in-refused');
  });

  test('that a new passkey is made from raises nothing, nor is one made from what raises', async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const { challenge: toMake } = await offered(person.visitor);
    const proof = passkey.authenticate({ challenge: toMake, rpId: 'localhost' }, siteOrigin);
    expectProblem(await sendStepUp(person.visitor, proof), 401, 'sign-in-refused');

    const { challenge: toRaise } = await askedToStepUp(person.visitor);
    const made = new SoftPasskey().register({ challenge: toRaise, rp: { id: 'localhost' } }, siteOrigin);
    expectProblem(await sendNew(person.visitor, made), 401, 'sign-in-refused');
  });

  test('of a step up is bound to the person, also in one and the same browser', async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const { passkey } = await addedPasskey(person.visitor);
    await addedPasskey(other.visitor);
    const weak = await mailboxOnly(site, other);
    const options = await askedToStepUp(weak);
    weak.hold({ name: 'mattstock-session', value: cookieOf(await mailboxOnly(site, person)), path: '/' });

    expectProblem(await sendStepUp(weak, passkey.authenticate(options, siteOrigin)), 401, 'sign-in-refused');
  });

  test('that a new passkey was made from counts once', async () => {
    const person = await signedIn(site);
    const options = await offered(person.visitor);
    const credential = new SoftPasskey().register(options, siteOrigin);
    expect((await sendNew(person.visitor, credential)).statusCode).toBe(201);

    expectProblem(await sendNew(person.visitor, credential), 401, 'sign-in-refused');
    const second = new SoftPasskey().register(options, siteOrigin);
    expectProblem(await sendNew(person.visitor, second), 401, 'sign-in-refused');
  });
});

describe('a passkey', () => {
  test('belongs to one account', async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const { passkey } = await addedPasskey(person.visitor);
    const credential = passkey.register(await offered(other.visitor), siteOrigin);

    expectProblem(await sendNew(other.visitor, credential), 409, 'already-in-use');
    expect((await passkeySignIn(site.newVisitor(), passkey)).json()).toMatchObject({ personId: person.personId });
  });

  test('cannot pass for that of somebody else', async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const { passkey: theirs } = await addedPasskey(person.visitor);
    const { passkey: own } = await addedPasskey(other.visitor);
    const reply = await passkeySignIn(site.newVisitor(), own, { credentialId: theirs.credentialId });

    expectProblem(reply, 401, 'sign-in-refused');
  });

  test('whose counter stays at nought goes on counting', async () => {
    const { passkey } = await addedPasskey((await signedIn(site)).visitor);
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await passkeySignIn(site.newVisitor(), passkey, { counter: 0 })).statusCode).toBe(201);
    }
  });

  test('that signs in or steps up gives the session another key, and the earlier one is dead', async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const added = cookieOf(person.visitor);
    await passkeyStepUp(person.visitor, passkey);
    const stepped = cookieOf(person.visitor);
    await passkeySignIn(person.visitor, passkey);
    const current = cookieOf(person.visitor);

    expect(new Set([person.sessionSecret, added, stepped, current]).size).toBe(4);
    for (const dead of [person.sessionSecret, added, stepped]) {
      expectProblem(await copyOf(site, dead).get('/api/account/sessions'), 401, 'sign-in-required');
    }
  });

  test('makes one-factor sessions unable to add another', async () => {
    const person = await signedIn(site);
    await addedPasskey(person.visitor);
    const weak = await mailboxOnly(site, person);

    expectProblem(await weak.post('/api/account/authenticators'), 403, 'second-factor-required');
    expectProblem(await weak.post('/api/account/passkey-challenges'), 403, 'second-factor-required');
  });

  test('is the last factor of staff and cannot be taken away, unless there is another', async () => {
    const person = await signedInAs(site, 'advisor');
    const { passkeyId } = await addedPasskey(person.visitor);
    const remove = () => person.visitor.post(`/api/account/passkeys/${passkeyId}/removal`);
    expectProblem(await remove(), 409, 'last-of-its-kind');

    await signedInWithAuthenticator(site, person);
    expect((await remove()).statusCode).toBe(200);
    const authenticator = await person.visitor.post('/api/account/authenticators/removal');
    expectProblem(authenticator, 409, 'last-of-its-kind');
  });

  test('of two is the last when both are taken away at once', async () => {
    const person = await signedInAs(site, 'advisor');
    const ids = [(await addedPasskey(person.visitor)).passkeyId, (await addedPasskey(person.visitor)).passkeyId];
    const replies = await Promise.all(ids.map((id) => person.visitor.post(`/api/account/passkeys/${id}/removal`)));

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

test('a refused sign-in by a passkey is in the audit log, with the person it belongs to', async () => {
  const person = await signedIn(site);
  const { passkey, passkeyId } = await addedPasskey(person.visitor);
  await passkeySignIn(site.newVisitor(), passkey, { signer: new SoftPasskey() });
  const { rows } = await site.admin.query(
    `select action, actor_person_id from audit_events where object_kind = 'passkey' and object_id = $1`,
    [passkeyId],
  );

  expect(rows).toEqual([{ action: 'sign-in-failed', actor_person_id: person.personId }]);
});
