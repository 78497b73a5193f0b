import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { resetFactors } from '#shared/contracts/coordination.ts';
import { closedToOthers, eventsAbout, reachedBy, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { factorRows } from '../support/factor-families.ts';
import { addedPasskey, offered, passkeySignIn, sendNew, siteOrigin } from '../support/passkey-walk.ts';
import { newSession, type Signed, type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { type Authenticator, shownCode, signIn, stale, withAuthenticator } from '../support/sign-in.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const urlOf = (personId: string) => `/api/people/${personId}/factor-reset`;
const reset = (visitor: Visitor, personId: string) => visitor.post(urlOf(personId));

type Equipped = Staff & Authenticator & { readonly passkey: SoftPasskey };

/** Somebody of an organisation with one of everything that can be shown besides the mailbox. */
async function equipped(person?: Staff): Promise<Equipped> {
  const staff = person ?? (await signedInAs(site, 'advisor'));
  const authenticator = await withAuthenticator(site, staff.visitor);
  const { passkey } = await addedPasskey(staff.visitor);
  await addIdentity(staff);
  return { ...staff, ...authenticator, passkey };
}

async function addIdentity({ personId }: Pick<Signed, 'personId'>): Promise<void> {
  await site.admin.query(
    `insert into identities (identity_id, person_id, issuer, subject) values ($1, $2, 'https://idp.example', $3)`,
    [randomUUID(), personId, randomUUID()],
  );
}

const nothing = [[], [], [], []];

async function mailsTo({ email }: Pick<Signed, 'email'>): Promise<unknown[]> {
  const { rows } = await site.admin.query<{ facts: unknown }>(
    `select language, facts from outbox_mails where kind = 'factor-changed' and recipient = $1
       and facts ->> 'change' = 'factors-reset'`,
    [email],
  );
  return rows;
}

describeEndpoint(resetFactors, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: urlOf((await signedInAs(site, 'analyst')).personId) }),
    { managers: false },
  ),
  'hides what belongs to another firm': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site);
    await withAuthenticator(site, owner.visitor);
    const before = await factorRows(site, owner);

    expectProblem(await reset(visitor, owner.personId), 404, 'not-found');
    expect(await factorRows(site, owner)).toEqual(before);
    expect((await owner.visitor.get(`/api/firms/${owner.firmId}`)).statusCode).toBe(200);
  },
  'refuses an invalid request': async () => {
    const { visitor, ...own } = await equipped(await signedInAs(site, 'administrator'));
    const before = await factorRows(site, own);

    expectProblem(await reset(visitor, 'no-id'), 422, 'invalid-request');
    const reply = await reset(visitor, own.personId);
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ code: 'own-account' }] });
    expect(await factorRows(site, own)).toEqual(before);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await reset(visitor, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const lost = await equipped();
    const reply = await reset(administrator.visitor, lost.personId);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<{ people: PersonSummary[] }>().people).toContainEqual(
      expect.objectContaining({ personId: lost.personId, isDisabled: false, roles: [expect.anything()] }),
    );
    expect(await factorRows(site, lost)).toEqual(nothing);
    expect(await mailsTo(lost)).toEqual([{ language: 'sv', facts: { change: 'factors-reset' } }]);
    expect((await eventsAbout(site, lost.personId)).at(-1)).toMatchObject({
      action: 'factor-removed',
      objectKind: 'person',
      actorPersonId: administrator.personId,
    });
    const { rows } = await site.admin.query(
      'select detail from audit_events where object_id = $1 order by audit_sequence desc limit 1',
      [lost.personId],
    );
    expect(rows).toEqual([{ detail: { change: 'factors-reset' } }]);
  },
});

test('is not done long after the administrator has proved who it is', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const lost = await equipped();
  const before = await factorRows(site, lost);
  await stale(site, administrator);

  expectProblem(await reset(administrator.visitor, lost.personId), 403, 'verification-required');
  expect(await factorRows(site, lost)).toEqual(before);
  expect(await mailsTo(lost)).toEqual([]);
});

describe('somebody whose second factors were reset', () => {
  let lost: Equipped;
  let elsewhere: Visitor;
  beforeAll(async () => {
    lost = await equipped();
    elsewhere = (await newSession(site, lost.personId, { hasSecondFactor: true, roles: ['advisor'] })).visitor;
    const { visitor } = await signedInAs(site, 'administrator');
    expect((await reset(visitor, lost.personId)).statusCode).toBe(200);
  });

  test('is signed out everywhere', async () => {
    for (const visitor of [lost.visitor, elsewhere]) {
      expectProblem(await visitor.get('/api/advisor/firms'), 401, 'sign-in-required');
    }
  });

  test('comes in by the mailbox, and by nothing that was there before', async () => {
    expectProblem(await passkeySignIn(site.newVisitor(), lost.passkey), 401, 'sign-in-refused');
    const visitor = await signIn(site, lost.email);
    const [recoveryCode = ''] = lost.recoveryCodes;
    for (const code of [shownCode(lost.secret, site.clock), recoveryCode]) {
      expectProblem(await visitor.post('/api/account/second-factor', { code }), 422, 'code-not-accepted');
    }

    expectProblem(await visitor.get('/api/advisor/firms'), 403, 'second-factor-required');
  });

  test('has the roles again once a new one is set up', async () => {
    const visitor = await signIn(site, lost.email);
    expect((await visitor.get('/api/visitor')).json()).toMatchObject({
      account: {
        secondFactor: {
          isNeeded: true,
          isShown: false,
          hasAuthenticator: false,
          hasPasskey: false,
          recoveryCodesLeft: 0,
        },
      },
    });
    await withAuthenticator(site, visitor);

    expect((await visitor.get('/api/advisor/firms')).statusCode).toBe(200);
  });
});

test('what was begun before the reset is not finished after it', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  const thief = await signedInAs(site, 'advisor');
  const credential = new SoftPasskey().register(await offered(thief.visitor), siteOrigin);
  const begun = await thief.visitor.post('/api/account/authenticators');
  const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>();
  const asked = thief.visitor.cookies.filter(({ name }) => name === 'mattstock-browser');
  await reset(visitor, thief.personId);
  await signIn(site, thief.email, thief.visitor);
  for (const cookie of asked) thief.visitor.hold(cookie);

  expectProblem(await sendNew(thief.visitor, credential), 401, 'sign-in-refused');
  const confirmation = { code: shownCode(secret, site.clock) };
  const url = `/api/account/authenticators/${authenticatorId}/confirmation`;
  expectProblem(await thief.visitor.post(url, confirmation), 404, 'not-found');
  expect(await factorRows(site, thief)).toEqual(nothing);
});

test('of two administrators who reset each other at once the second is signed out before its turn', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await signedInAs(site, 'administrator'), await signedInAs(site, 'administrator')];
    for (const each of [one, other]) await addIdentity(each);
    const replies = await Promise.all([reset(one.visitor, other.personId), reset(other.visitor, one.personId)]);

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const left = [await factorRows(site, one), await factorRows(site, other)].map((rows) => rows.flat().length);
    expect(left.sort()).toEqual([0, 1]);
  }
});

describe('the function of the database', () => {
  test('is there for the role of the coordination alone', async () => {
    const { rows } = await site.admin.query<{ role: string }>(
      `select rolname as role from pg_roles
       where rolname like 'mattstock\\_%'
         and has_function_privilege(oid, 'mattstock.reset_factors_of(uuid)', 'execute') order by 1`,
    );

    expect(rows.map(({ role }) => role)).toEqual(['mattstock_coordination', 'mattstock_owner']);
  });

  /** Whether it did anything for the session. */
  async function isDoneBy({ sessionSecret }: Pick<Signed, 'sessionSecret'>, personId: string): Promise<boolean> {
    return (await reachedBy(site, sessionSecret, `select 1 where reset_factors_of('${personId}')`)) === 1;
  }

  test('does nothing but for an administrator who has shown a second factor, about somebody else at work', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    const advisor = await signedInAs(site, 'advisor');
    const owner = await signedInOwner(site);
    const unproved = await signedInAs(site, 'administrator', { hasSecondFactor: false });
    const ended = await signedInAs(site, 'administrator');
    await site.admin.query('update sessions set revoked_at = now() where session_id = $1', [ended.sessionId]);

    expect(await isDoneBy(administrator, advisor.personId)).toBe(true);
    for (const actor of [manager, advisor, owner, unproved, ended, { sessionSecret: '' }]) {
      expect(await isDoneBy(actor, advisor.personId)).toBe(false);
    }
    for (const other of [administrator, owner, await signedIn(site)]) {
      expect(await isDoneBy(administrator, other.personId)).toBe(false);
    }
  });

  test('does nothing to a colleague for the manager of the same organisation', async () => {
    const [manager] = await twoManagers(site);
    const colleague = await signedInAs(site, 'advisor', { organisation: await codeOf(manager) });

    expect(await isDoneBy(manager, colleague.personId)).toBe(false);
  });
});

async function codeOf({ organisationId }: Staff): Promise<string> {
  const { rows } = await site.admin.query<{ code: string }>(
    'select code from organisations where organisation_id = $1',
    [organisationId],
  );
  return rows[0]?.code ?? '';
}
