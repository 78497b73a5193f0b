import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as factor from '#shared/contracts/second-factor.ts';
import { beginOidcSignIn, finishOidcSignIn } from '#shared/contracts/sign-in.ts';
import { describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { forProvedPeopleOnly, mailboxOnly, signedInWithAuthenticator } from '../support/factor-families.ts';
import { type OidcPeer, startOidcPeer } from '../support/oidc-peer.ts';
import { begunLink, begunSignIn, finishLink, finishSignIn, linked, oidcSignIn } from '../support/oidc-walk.ts';
import { type Signed, signedIn, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let peer: OidcPeer;
let site: TestApp;
let without: TestApp;
beforeAll(async () => {
  peer = await startOidcPeer();
  site = await startTestApp({ rateLimitPerMinute: 100_000, oidc: peer.oidc });
  without = await startTestApp({ rateLimitPerMinute: 100_000 }, { database: site.database });
});
afterAll(async () => {
  await without.app.close();
  await without.admin.end();
  await site.close();
  await peer.close();
});

const newSubject = () => `subject-${randomUUID().slice(0, 8)}`;
const post = (url: string, body?: object) =>
  ({ method: 'POST', url, ...(body === undefined ? {} : { body }) }) as const;

test('the site says that it has a provider, and by which name', async () => {
  expect((await site.newVisitor().get('/api/sign-in/methods')).json()).toMatchObject({ oidc: peer.oidc.name });
  expect((await without.newVisitor().get('/api/sign-in/methods')).json()).toMatchObject({ oidc: null });
});

describeEndpoint(beginOidcSignIn, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const send = (body: object) => site.newVisitor().post('/api/sign-in/oidc-requests', body);
    expectProblem(await send({ language: 'de' }), 422, 'invalid-request');
    expectProblem(await send({ language: 'sv', redirectUri: 'https://evil.example' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const reply = await without.newVisitor().post('/api/sign-in/oidc-requests', { language: 'sv' });
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const url = new URL(await begunSignIn(site.newVisitor()));

    expect(url.origin).toBe(peer.oidc.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'mattstock',
      response_type: 'code',
      redirect_uri: 'http://localhost:3000/sign-in/return',
      scope: 'openid',
      ui_locales: 'sv',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  },
});

describeEndpoint(finishOidcSignIn, {
  'refuses who has no key': async () => {
    const person = await signedIn(site);
    const subject = newSubject();
    await linked(person.visitor, peer, subject);
    const query = await peer.logIn(await begunSignIn(site.newVisitor()), subject);
    expectProblem(await finishSignIn(site.newVisitor(), query), 401, 'sign-in-refused');
  },
  'refuses the wrong role': async () => {
    const person = await signedIn(site);
    const subject = newSubject();
    await linked(person.visitor, peer, subject);
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [person.personId]);
    expectProblem(await oidcSignIn(site.newVisitor(), peer, subject), 401, 'sign-in-refused');
  },
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    for (const query of ['', '?', '?code=x', '?state=', '?%00', 'x'.repeat(4000), '?code=%ud800', '\u0000']) {
      const visitor = site.newVisitor();
      await begunSignIn(visitor);
      expectProblem(await finishSignIn(visitor, query), 401, 'sign-in-refused');
    }
    const url = '/api/sign-in/oidc-sessions';
    expectProblem(await site.newVisitor().post(url, { query: 'x'.repeat(4001) }), 422, 'invalid-request');
    expectProblem(await site.newVisitor().post(url, { query: '?', subject: 'x' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    expectProblem(await oidcSignIn(visitor, peer, newSubject()), 401, 'sign-in-refused');
    expect((await visitor.get('/api/visitor')).json()).toEqual({ account: null });
    expectProblem(await finishSignIn(without.newVisitor(), '?code=x'), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await signedInAs(site, 'editor');
    const subject = newSubject();
    await linked(person.visitor, peer, subject);
    const visitor = site.newVisitor();
    const reply = await oidcSignIn(visitor, peer, subject);

    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ personId: person.personId, secondFactor: { isShown: true } });
    expect((await visitor.get('/api/editor/versions')).statusCode).toBe(200);
  },
});

const ownOnly = 'concerns the own account only';

describeEndpoint(factor.beginOidcLink, {
  ...forProvedPeopleOnly(
    () => site,
    () => post('/api/account/oidc-requests', { language: 'sv' }),
  ),
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await visitor.post('/api/account/oidc-requests', { language: 'de' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(without);
    expectProblem(await visitor.post('/api/account/oidc-requests', { language: 'sv' }), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor } = await signedIn(site);
    expect(new URL(await begunLink(visitor)).origin).toBe(peer.oidc.issuer);
  },
});

describeEndpoint(factor.finishOidcLink, {
  ...forProvedPeopleOnly(
    () => site,
    () => post('/api/account/identities', { query: '?code=x' }),
  ),
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const query = await peer.logIn(await begunLink(person.visitor), newSubject());
    expectProblem(await finishLink(other.visitor, query), 401, 'sign-in-refused');
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedIn(site);
    const more = { query: '?', issuer: peer.oidc.issuer, subject: 'x' };
    expectProblem(await visitor.post('/api/account/identities', more), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await finishLink(visitor, '?code=x&state=y'), 401, 'sign-in-refused');
    expectProblem(await finishLink((await signedIn(without)).visitor, '?code=x'), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor } = await signedIn(site);
    const reply = await finishLink(visitor, await peer.logIn(await begunLink(visitor), newSubject()));

    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ identities: [{ issuer: peer.oidc.issuer }] });
  },
});

const removal = (identityId: string) => `/api/account/identities/${identityId}/removal`;

async function insertedIdentity({ personId }: Signed): Promise<string> {
  const identityId = randomUUID();
  await site.admin.query('insert into identities (identity_id, person_id, issuer, subject) values ($1, $2, $3, $4)', [
    identityId,
    personId,
    peer.oidc.issuer,
    newSubject(),
  ]);
  return identityId;
}

describeEndpoint(factor.removeIdentity, {
  ...forProvedPeopleOnly(
    () => site,
    async (person) => post(removal(await insertedIdentity(person))),
  ),
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const identityId = await insertedIdentity(person);

    expectProblem(await other.visitor.post(removal(identityId)), 404, 'not-found');
    expect((await person.visitor.get('/api/account/factors')).json()).toMatchObject({ identities: [{ identityId }] });
  },
  'refuses an invalid request': async () => {
    expectProblem(await (await signedIn(site)).visitor.post(removal('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await (await signedIn(site)).visitor.post(removal(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await signedIn(site, { hasSecondFactor: true });
    const subject = newSubject();
    const identityId = await linked(person.visitor, peer, subject);
    const reply = await person.visitor.post(removal(identityId));

    expect(reply.json()).toMatchObject({ identities: [] });
    expectProblem(await oidcSignIn(site.newVisitor(), peer, subject), 401, 'sign-in-refused');
  },
});

describe('a connected provider', () => {
  test('cannot be taken away by staff who have nothing else, and can by those who have', async () => {
    const person = await signedInAs(site, 'advisor');
    const identityId = await linked(person.visitor, peer, newSubject());
    expectProblem(await person.visitor.post(removal(identityId)), 409, 'last-of-its-kind');

    await signedInWithAuthenticator(site, person);
    expect((await person.visitor.post(removal(identityId))).statusCode).toBe(200);
  });

  test('is a second factor: the mailbox alone puts no other in place beside it', async () => {
    const person = await signedInAs(site, 'administrator');
    await linked(person.visitor, peer, newSubject());
    const weak = await mailboxOnly(site, person);

    for (const url of ['/api/account/authenticators', '/api/account/passkey-challenges']) {
      expectProblem(await weak.post(url), 403, 'second-factor-required');
    }
    expectProblem(await weak.post('/api/account/oidc-requests', { language: 'sv' }), 403, 'second-factor-required');
  });

  test('counts as none any more on a site that has given it up', async () => {
    const person = await signedInAs(site, 'advisor');
    await linked(person.visitor, peer, newSubject());
    const weak = await mailboxOnly(without, person);
    expect((await weak.post('/api/account/authenticators')).statusCode).toBe(201);
  });

  test('belongs to one account', async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const subject = newSubject();
    await linked(person.visitor, peer, subject);
    const query = await peer.logIn(await begunLink(other.visitor), subject);

    expectProblem(await finishLink(other.visitor, query), 409, 'already-in-use');
    expect((await oidcSignIn(site.newVisitor(), peer, subject)).json()).toMatchObject({ personId: person.personId });
  });
});
