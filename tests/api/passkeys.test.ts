import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import * as factor from '#shared/contracts/second-factor.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from '#shared/contracts/sign-in.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { factorRows, forProvedPeopleOnly, mailboxOnly, refusesWithoutKey } from '../support/factor-families.ts';
import {
  addedPasskey,
  askedToStepUp,
  offered,
  passkeySignIn,
  passkeyStepUp,
  sendNew,
  sendSignIn,
  sendStepUp,
  siteOrigin,
} from '../support/passkey-walk.ts';
import { signedIn } from '../support/people.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const ownOnly = 'concerns the own account only';
const post = (url: string, body?: object) =>
  ({ method: 'POST', url, ...(body === undefined ? {} : { body }) }) as const;

/** Nothing that a passkey would send. */
const nonsense: [string, Record<string, unknown>][] = [
  ['nothing', {}],
  ['an id only', { id: 'x' }],
  ['an id that is no text', { id: { $ne: null }, rawId: [], response: 5, type: 'public-key' }],
  ['a NUL', { id: '\u0000', rawId: '\u0000', type: 'public-key', response: {} }],
  ['half a letter', { id: '\ud800', rawId: '\ud800', type: 'public-key', response: { clientDataJSON: '\ud800' } }],
  [
    'what is not CBOR',
    {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    },
  ],
  ['much', { id: 'x'.repeat(50_000), type: 'public-key', response: {} }],
];

describeEndpoint(beginPasskeySignIn, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await addedPasskey((await signedIn(site)).visitor);
    const reply = await site.newVisitor().post('/api/sign-in/passkey-challenges');

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({
      options: { rpId: 'localhost', userVerification: 'required', challenge: expect.stringMatching(/^[\w-]{43}$/) },
    });
    // Whose passkeys there are is nobody's business.
    expect(reply.json<{ options: { allowCredentials?: unknown[] } }>().options.allowCredentials ?? []).toEqual([]);
  },
});

describeEndpoint(finishPasskeySignIn, {
  'refuses who has no key': async () => {
    const stranger = site.newVisitor();
    expectProblem(await passkeySignIn(stranger, new SoftPasskey()), 401, 'sign-in-refused');
    expect((await stranger.get('/api/visitor')).json()).toEqual({ account: null });
  },
  'refuses the wrong role': async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [person.personId]);
    expectProblem(await passkeySignIn(site.newVisitor(), passkey), 401, 'sign-in-refused');
  },
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    for (const [name, credential] of nonsense) {
      const visitor = site.newVisitor();
      await visitor.post('/api/sign-in/passkey-challenges');
      const reply = await sendSignIn(visitor, credential);
      expect([401, 422], `${name}: ${reply.body}`).toContain(reply.statusCode);
    }
    const url = '/api/sign-in/passkey-sessions';
    expectProblem(await site.newVisitor().post(url, { credential: 'x' }), 422, 'invalid-request');
    expectProblem(await site.newVisitor().post(url, { credential: {}, personId: 'x' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { passkey } = await addedPasskey((await signedIn(site)).visitor);
    const invented = passkey.authenticate({ challenge: 'A'.repeat(43), rpId: 'localhost' }, siteOrigin);
    expectProblem(await sendSignIn(site.newVisitor(), invented), 401, 'sign-in-refused');
  },
  succeeds: async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const visitor = site.newVisitor();
    const reply = await passkeySignIn(visitor, passkey);

    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ personId: person.personId, secondFactor: { isShown: true } });
    expect((await visitor.get('/api/account/sessions')).json()).toMatchObject({
      sessions: [{ isThisOne: true, method: 'passkey', hasSecondFactor: true }, {}],
    });
  },
});

describeEndpoint(factor.beginPasskey, {
  ...forProvedPeopleOnly(
    () => site,
    () => post('/api/account/passkey-challenges'),
  ),
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedIn(site, { name: 'Åsa Öberg' });
    const { passkey } = await addedPasskey(person.visitor);
    const options = await offered(person.visitor);

    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Måttstock' },
      user: { name: person.email, displayName: 'Åsa Öberg' },
      attestation: 'none',
      excludeCredentials: [{ id: passkey.credentialId }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  },
});

describeEndpoint(factor.addPasskey, {
  ...forProvedPeopleOnly(
    () => site,
    () => post('/api/account/passkeys', { name: 'Telefonen', credential: { id: 'AAAA' } }),
  ),
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const options = await offered(person.visitor);

    expectProblem(
      await sendNew(other.visitor, new SoftPasskey().register(options, siteOrigin)),
      401,
      'sign-in-refused',
    );
    expect(await factorRows(site, other)).toEqual([[], [], [], []]);
  },
  'refuses an invalid request': async () => {
    const { visitor, ...person } = await signedIn(site);
    for (const [name, credential] of nonsense) {
      await offered(visitor);
      const reply = await sendNew(visitor, credential);
      expect([401, 422], `${name}: ${reply.body}`).toContain(reply.statusCode);
    }
    const credential = new SoftPasskey().register(await offered(visitor), siteOrigin);
    for (const wrong of ['', ' ', 'x'.repeat(81), 'a\u0000b']) {
      expectProblem(await sendNew(visitor, credential, wrong), 422, 'invalid-request');
    }
    const more = { name: 'Telefonen', credential, personId: randomUUID() };
    expectProblem(await visitor.post('/api/account/passkeys', more), 422, 'invalid-request');
    expect(await factorRows(site, person)).toEqual([[], [], [], []]);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    const options = { challenge: 'A'.repeat(43), rp: { id: 'localhost' } };
    expectProblem(await sendNew(visitor, new SoftPasskey().register(options, siteOrigin)), 401, 'sign-in-refused');
  },
  succeeds: async () => {
    const { visitor } = await signedIn(site);
    const passkey = new SoftPasskey();
    const reply = await sendNew(visitor, passkey.register(await offered(visitor), siteOrigin), ' Min telefon ');

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ passkeys: [{ name: 'Min telefon', lastUsedAt: null }] });
    expect((await visitor.get('/api/visitor')).json()).toMatchObject({
      account: { secondFactor: { isShown: true, hasPasskey: true } },
    });
  },
});

const removal = (passkeyId: string) => `/api/account/passkeys/${passkeyId}/removal`;

describeEndpoint(factor.removePasskey, {
  ...forProvedPeopleOnly(
    () => site,
    async ({ visitor }) => post(removal((await addedPasskey(visitor)).passkeyId)),
  ),
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const { passkeyId } = await addedPasskey(person.visitor);

    expectProblem(await other.visitor.post(removal(passkeyId)), 404, 'not-found');
    expect((await person.visitor.get('/api/account/factors')).json()).toMatchObject({ passkeys: [{ passkeyId }] });
  },
  'refuses an invalid request': async () => {
    expectProblem(await (await signedIn(site)).visitor.post(removal('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    await addedPasskey(visitor);
    expectProblem(await visitor.post(removal(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor } = await signedIn(site);
    const { passkey, passkeyId } = await addedPasskey(visitor);
    const reply = await visitor.post(removal(passkeyId));

    expect(reply.json()).toMatchObject({ passkeys: [] });
    expectProblem(await passkeySignIn(site.newVisitor(), passkey), 401, 'sign-in-refused');
  },
});

describeEndpoint(factor.beginPasskeyStepUp, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => post('/api/account/passkey-requests'),
  ),
  'refuses the wrong role': 'for everybody who is signed in, in whatever role',
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await visitor.post('/api/account/passkey-requests'), 404, 'not-found');
  },
  succeeds: async () => {
    await addedPasskey((await signedIn(site)).visitor);
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const options = await askedToStepUp(await mailboxOnly(site, person));

    expect(options).toMatchObject({ userVerification: 'required', allowCredentials: [{ id: passkey.credentialId }] });
    expect(options['allowCredentials']).toHaveLength(1);
  },
});

describeEndpoint(factor.finishPasskeyStepUp, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => post('/api/account/passkey-proofs', { credential: {} }),
  ),
  'refuses the wrong role': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    await addedPasskey(person.visitor);
    const { passkey } = await addedPasskey(other.visitor);
    const weak = await mailboxOnly(site, person);

    expectProblem(await passkeyStepUp(weak, passkey), 401, 'sign-in-refused');
    expect((await weak.get('/api/visitor')).json()).toMatchObject({ account: { secondFactor: { isShown: false } } });
  },
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    await addedPasskey(person.visitor);
    const weak = await mailboxOnly(site, person);
    for (const [name, credential] of nonsense) {
      await askedToStepUp(weak);
      const reply = await sendStepUp(weak, credential);
      expect([401, 422], `${name}: ${reply.body}`).toContain(reply.statusCode);
    }
    const more = { credential: {}, hasSecondFactor: true };
    expectProblem(await weak.post('/api/account/passkey-proofs', more), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const invented = passkey.authenticate({ challenge: 'A'.repeat(43), rpId: 'localhost' }, siteOrigin);
    expectProblem(await sendStepUp(await mailboxOnly(site, person), invented), 401, 'sign-in-refused');
  },
  succeeds: async () => {
    const person = await signedIn(site);
    const { passkey } = await addedPasskey(person.visitor);
    const weak = await mailboxOnly(site, person);
    const reply = await passkeyStepUp(weak, passkey);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toMatchObject({ secondFactor: { isShown: true }, isFresh: true });
  },
});
