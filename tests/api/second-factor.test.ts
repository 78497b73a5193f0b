import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import * as factor from '#shared/contracts/second-factor.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import {
  factorRows,
  forProvedPeopleOnly,
  mailboxOnly,
  refusesWithoutKey,
  signedInWithAuthenticator,
} from '../support/factor-families.ts';
import { type Signed, signedIn } from '../support/people.ts';
import { shownCode } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

beforeEach(() => site.clock.advance(90_000));

const ownOnly = 'concerns the own account only';
const everyRole = 'for everybody who is signed in, in whatever role';

describeEndpoint(factor.listFactors, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => ({ url: '/api/account/factors' }),
  ),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    await signedInWithAuthenticator(site);
    const { visitor } = await signedIn(site);
    expect((await visitor.get('/api/account/factors')).json()).toMatchObject({ authenticatorSince: null });
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedInWithAuthenticator(site);
    const reply = await person.visitor.get('/api/account/factors');

    expect(reply.json()).toEqual({
      authenticatorSince: new Date(site.clock.now().getTime() - 30_000).toISOString(),
      recoveryCodesLeft: 10,
      passkeys: [],
      identities: [],
    });
    expect(reply.body).not.toContain(person.secret);
  },
});

const show = (code: unknown) => ({ method: 'POST', url: '/api/account/second-factor', body: { code } }) as const;

describeEndpoint(factor.showSecondFactor, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => show('123456'),
  ),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedInWithAuthenticator(site), await signedInWithAuthenticator(site)];
    const weak = await mailboxOnly(site, other);

    expectProblem(await weak.send(show(shownCode(person.secret, site.clock))), 422, 'code-not-accepted');
    expectProblem(await weak.send(show(person.recoveryCodes[0])), 422, 'code-not-accepted');
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedIn(site);
    for (const code of ['12345', 'x'.repeat(41), 123_456, null, ['123456']]) {
      expectProblem(await visitor.send(show(code)), 422, 'invalid-request');
    }
    const more = { ...show('123456'), body: { code: '123456', hasSecondFactor: true } };
    expectProblem(await visitor.send(more), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await visitor.send(show('123456')), 422, 'code-not-accepted');
  },
  succeeds: async () => {
    const person = await signedInWithAuthenticator(site);
    const weak = await mailboxOnly(site, person);
    const reply = await weak.send(show(shownCode(person.secret, site.clock)));

    expect(reply.json()).toMatchObject({ personId: person.personId, secondFactor: { isShown: true }, isFresh: true });
    expect((await weak.get('/api/visitor')).json()).toMatchObject({ account: { secondFactor: { isShown: true } } });
  },
});

const begin = { method: 'POST', url: '/api/account/authenticators' } as const;
type Begun = { authenticatorId: string; secret: string; uri: string };

/** A secret that was handed out and not yet confirmed, by SQL where no code is shown of it. */
async function offered({ personId }: Signed): Promise<string> {
  const authenticatorId = randomUUID();
  await site.admin.query(
    `insert into authenticators (authenticator_id, person_id, sealed_secret, created_at) values ($1, $2, 'x', $3)`,
    [authenticatorId, personId, site.clock.now()],
  );
  return authenticatorId;
}

describeEndpoint(factor.beginAuthenticator, {
  ...forProvedPeopleOnly(
    () => site,
    () => begin,
  ),
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor, email } = await signedIn(site);
    const { secret, uri } = (await visitor.send(begin)).json<Begun>();
    const address = new URL(uri);

    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(decodeURIComponent(address.pathname)).toBe(`/Måttstock:${email}`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ issuer: 'Måttstock', secret, digits: '6' });
    expect((await visitor.get('/api/account/factors')).json()).toMatchObject({ authenticatorSince: null });
  },
});

const confirm = (authenticatorId: string, code: unknown) =>
  ({
    method: 'POST',
    url: `/api/account/authenticators/${authenticatorId}/confirmation`,
    body: { code },
  }) as const;

describeEndpoint(factor.confirmAuthenticator, {
  ...forProvedPeopleOnly(
    () => site,
    async (person) => confirm(await offered(person), '123456'),
  ),
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const { authenticatorId, secret } = (await person.visitor.send(begin)).json<Begun>();
    const reply = await other.visitor.send(confirm(authenticatorId, shownCode(secret, site.clock)));

    expectProblem(reply, 404, 'not-found');
    expect((await other.visitor.get('/api/account/factors')).json()).toMatchObject({ authenticatorSince: null });
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedIn(site);
    const { authenticatorId, secret } = (await visitor.send(begin)).json<Begun>();
    const code = shownCode(secret, site.clock);

    for (const wrong of ['12345', '1234567', 'abcdef', 123_456, null]) {
      expectProblem(await visitor.send(confirm(authenticatorId, wrong)), 422, 'invalid-request');
    }
    expectProblem(await visitor.send(confirm('no-id', code)), 422, 'invalid-request');
    const more = { ...confirm(authenticatorId, code), body: { code, confirmedAt: '2020-01-01T00:00:00.000Z' } };
    expectProblem(await visitor.send(more), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await visitor.send(confirm(randomUUID(), '123456')), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor } = await signedIn(site);
    const { authenticatorId, secret } = (await visitor.send(begin)).json<Begun>();
    const reply = await visitor.send(confirm(authenticatorId, shownCode(secret, site.clock)));
    const { recoveryCodes, account } = reply.json<{ recoveryCodes: string[]; account: object }>();

    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/.test(code))).toBe(true);
    expect(account).toMatchObject({ secondFactor: { isShown: true, hasAuthenticator: true, recoveryCodesLeft: 10 } });
  },
});

const remove = { method: 'POST', url: '/api/account/authenticators/removal' } as const;

describeEndpoint(factor.removeAuthenticator, {
  ...forProvedPeopleOnly(
    () => site,
    () => remove,
  ),
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    await visitor.send(begin);
    expectProblem(await visitor.send(remove), 404, 'not-found');
  },
  succeeds: async () => {
    const [person, other] = [await signedInWithAuthenticator(site), await signedInWithAuthenticator(site)];
    const untouched = await factorRows(site, other);
    const reply = await person.visitor.send(remove);

    expect(reply.json()).toEqual({ authenticatorSince: null, recoveryCodesLeft: 0, passkeys: [], identities: [] });
    expect(await factorRows(site, person)).toEqual([[], [], [], []]);
    expect(await factorRows(site, other)).toEqual(untouched);
  },
});

const renew = { method: 'POST', url: '/api/account/recovery-codes' } as const;

describeEndpoint(factor.renewRecoveryCodes, {
  ...forProvedPeopleOnly(
    () => site,
    () => renew,
  ),
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const { visitor } = await signedIn(site);
    expectProblem(await visitor.send(renew), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await signedInWithAuthenticator(site);
    const reply = await person.visitor.send(renew);
    const { recoveryCodes } = reply.json<{ recoveryCodes: string[] }>();
    const weak = await mailboxOnly(site, person);

    expect(reply.statusCode).toBe(201);
    expect(recoveryCodes.filter((code) => person.recoveryCodes.includes(code))).toEqual([]);
    expectProblem(await weak.send(show(person.recoveryCodes[0])), 422, 'code-not-accepted');
    expect((await weak.send(show(recoveryCodes[0]))).statusCode).toBe(200);
  },
});
