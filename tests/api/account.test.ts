import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import * as account from '#shared/contracts/account.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { level, save, start } from '../support/answering.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { refusesWithoutKey as refusesWithoutKeyOf } from '../support/factor-families.ts';
import { letIn } from '../support/firms.ts';
import type { Signed } from '../support/people.ts';
import {
  newSession,
  organisationId,
  sessionCookieName,
  signedIn,
  signedInMember,
  signedInOwner,
} from '../support/people.ts';
import { stale } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const everyRole = 'for everybody who is signed in, in whatever role';
const ownOnly = 'concerns the own account only';

const refusesWithoutKey = (visit: () => Visit | Promise<Visit>) => refusesWithoutKeyOf(() => site, visit);

const post = (url: string, body?: object): Visit => ({ method: 'POST', url, ...(body === undefined ? {} : { body }) });

async function invited(email: string): Promise<string> {
  const invitationId = randomUUID();
  await site.admin.query(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose, expires_at)
     values ($1, $2, 'sv', 'advisor', $3, 'provider', 'membership', $4)`,
    [
      invitationId,
      email,
      await organisationId(site, 'provider'),
      new Date(site.clock.now().getTime() + 30 * 86_400_000),
    ],
  );
  return invitationId;
}

const rowOf = async (person: Signed): Promise<unknown> =>
  (await site.admin.query('select * from people where person_id = $1', [person.personId])).rows[0];

describeEndpoint(getVisitor, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const unknown = { cookie: `${sessionCookieName}=${'x'.repeat(43)}` };
    expect((await site.newVisitor().get('/api/visitor')).json()).toEqual({ account: null });
    expect((await site.newVisitor().send({ url: '/api/visitor', headers: unknown })).json()).toEqual({ account: null });
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    const invitationId = await invited(owner.email);
    const reply = await owner.visitor.get('/api/visitor');

    expect(reply.json()).toMatchObject({
      account: {
        personId: owner.personId,
        email: owner.email,
        name: 'Åsa Öberg',
        memberships: [{ role: 'owner', place: { kind: 'firm', placeId: owner.firmId } }],
        invitations: [{ invitationId, role: 'advisor', place: { kind: 'provider' }, inviterName: null }],
        secondFactor: { isNeeded: false },
      },
    });
  },
});

describeEndpoint(account.changeAccount, {
  'refuses who has no key': refusesWithoutKey(() => ({
    method: 'PUT',
    url: '/api/account',
    body: { name: 'Kim', language: 'sv' },
  })),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    const before = await rowOf(person);
    const put = (body: object) => person.visitor.put('/api/account', body);

    expectProblem(await put({ name: '', language: 'sv' }), 422, 'invalid-request');
    expectProblem(await put({ name: 'x'.repeat(121), language: 'sv' }), 422, 'invalid-request');
    expectProblem(await put({ name: 'Kim\u0000', language: 'sv' }), 422, 'invalid-request');
    expectProblem(await put({ name: 'Kim', language: 'de' }), 422, 'invalid-request');
    expectProblem(await put({ name: 'Kim', language: 'sv', email: 'other@example.se' }), 422, 'invalid-request');
    expect(await rowOf(person)).toEqual(before);
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedIn(site);
    const reply = await person.visitor.put('/api/account', { name: ' Ada Ek ', language: 'en' });

    expect(reply.json()).toMatchObject({ name: 'Ada Ek', language: 'en', email: person.email });
    expect((await person.visitor.get('/api/visitor')).json()).toMatchObject({ account: { name: 'Ada Ek' } });
  },
});

describeEndpoint(account.signOut, {
  'refuses who has no key': refusesWithoutKey(() => post('/api/account/sign-out')),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedIn(site);
    expect((await person.visitor.post('/api/account/sign-out')).json()).toEqual({ isSignedOut: true });
    expect((await person.visitor.get('/api/visitor')).json()).toEqual({ account: null });
  },
});

describeEndpoint(account.listSessions, {
  'refuses who has no key': refusesWithoutKey(() => ({ url: '/api/account/sessions' })),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    expect((await person.visitor.get('/api/account/sessions')).body).not.toContain(other.sessionId);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedIn(site);
    const further = await newSession(site, person.personId, { hasSecondFactor: true });
    const { sessions } = (await person.visitor.get('/api/account/sessions')).json<{ sessions: object[] }>();

    expect(sessions).toEqual([
      expect.objectContaining({ sessionId: person.sessionId, isThisOne: true, device: 'Firefox, Linux' }),
      expect.objectContaining({ sessionId: further.sessionId, isThisOne: false, hasSecondFactor: true }),
    ]);
    expect(JSON.stringify(sessions)).not.toContain(person.sessionSecret);
  },
});

const endOf = (sessionId: string) => `/api/account/sessions/${sessionId}/end`;

describeEndpoint(account.endSession, {
  'refuses who has no key': refusesWithoutKey(async () => post(endOf((await signedIn(site)).sessionId))),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];

    expectProblem(await other.visitor.post(endOf(person.sessionId)), 404, 'not-found');
    expect((await person.visitor.get('/api/account/sessions')).statusCode).toBe(200);
  },
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    expectProblem(await person.visitor.post(endOf('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const person = await signedIn(site);
    const ended = await newSession(site, person.personId, { hasSecondFactor: false });
    await person.visitor.post(endOf(ended.sessionId));

    expectProblem(await person.visitor.post(endOf(randomUUID())), 404, 'not-found');
    expectProblem(await person.visitor.post(endOf(ended.sessionId)), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await signedIn(site);
    const further = await newSession(site, person.personId, { hasSecondFactor: false });
    const reply = await person.visitor.post(endOf(further.sessionId));

    expect(reply.json()).toMatchObject({ sessions: [{ sessionId: person.sessionId }] });
    expectProblem(await further.visitor.get('/api/account/sessions'), 401, 'sign-in-required');
  },
});

describeEndpoint(account.endOtherSessions, {
  'refuses who has no key': refusesWithoutKey(() => post('/api/account/sessions/end-others')),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    await other.visitor.post('/api/account/sessions/end-others');
    expect((await person.visitor.get('/api/account/sessions')).statusCode).toBe(200);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const person = await signedIn(site);
    const others = [
      await newSession(site, person.personId, { hasSecondFactor: false }),
      await newSession(site, person.personId, { hasSecondFactor: true }),
    ];
    const reply = await person.visitor.post('/api/account/sessions/end-others');

    expect(reply.json<{ sessions: object[] }>().sessions).toHaveLength(1);
    for (const { visitor } of others) {
      expectProblem(await visitor.get('/api/account/sessions'), 401, 'sign-in-required');
    }
  },
});

const ticket = (invitationId: string, rest: 'acceptance' | 'refusal') =>
  `/api/account/invitations/${invitationId}/${rest}`;

const invitationFamilies = (rest: 'acceptance' | 'refusal', body?: object) => ({
  'refuses who has no key': refusesWithoutKey(async () => post(ticket(await invited('no-key@example.se'), rest), body)),
  'refuses the wrong role': everyRole,
  'hides what belongs to another firm': async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const invitationId = await invited(person.email);

    expectProblem(await other.visitor.post(ticket(invitationId, rest), body), 404, 'not-found');
    expect((await person.visitor.get('/api/visitor')).json()).toMatchObject({
      account: { invitations: [{ invitationId }] },
    });
  },
  'does not find what is not there': async () => {
    const person = await signedIn(site);
    expectProblem(await person.visitor.post(ticket(randomUUID(), rest), body), 404, 'not-found');
  },
});

describeEndpoint(account.acceptInvitation, {
  ...invitationFamilies('acceptance', { name: 'Kim Berg' }),
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    const url = ticket(await invited(person.email), 'acceptance');

    expectProblem(await person.visitor.post(ticket('no-id', 'acceptance'), { name: 'Kim' }), 422, 'invalid-request');
    expectProblem(await person.visitor.post(url, {}), 422, 'invalid-request');
    expectProblem(await person.visitor.post(url, { name: 'Kim', role: 'manager' }), 422, 'invalid-request');
  },
  succeeds: async () => {
    const person = await signedIn(site, { name: null });
    const invitationId = await invited(person.email);
    const reply = await person.visitor.post(ticket(invitationId, 'acceptance'), { name: 'Kim Berg' });

    expect(reply.json()).toMatchObject({
      name: 'Kim Berg',
      memberships: [{ role: 'advisor', place: { kind: 'provider' } }],
      invitations: [],
      secondFactor: { isShown: false, isNeeded: true },
    });
  },
});

describeEndpoint(account.declineInvitation, {
  ...invitationFamilies('refusal'),
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    expectProblem(await person.visitor.post(ticket('no-id', 'refusal')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const person = await signedIn(site);
    const invitationId = await invited(person.email);
    const reply = await person.visitor.post(ticket(invitationId, 'refusal'));

    expect(reply.json()).toMatchObject({ memberships: [], invitations: [] });
    const accepted = await person.visitor.post(ticket(invitationId, 'acceptance'), { name: 'Kim' });
    expectProblem(accepted, 404, 'not-found');
  },
});

describeEndpoint(account.getPersonalData, {
  'refuses who has no key': refusesWithoutKey(() => ({ url: '/api/account/data' })),
  'refuses the wrong role': async () => {
    const person = await signedIn(site);
    await stale(site, person);
    expectProblem(await person.visitor.get('/api/account/data'), 403, 'verification-required');
  },
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    const colleague = await signedInMember(site, owner.firmId, 'respondent', { name: 'Bo Ek' });
    const { body } = await colleague.visitor.get('/api/account/data');

    expect(body).not.toContain(owner.email);
    expect(body).not.toContain('D1.1');
    expect(body).not.toContain(owner.personId);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, 'compare');
    const further = await start(owner.visitor);
    await save(owner.visitor, further, 'D1.1', level(3, 'Inte ännu hämtad'));
    const reply = await owner.visitor.get('/api/account/data');
    const data = account.personalDataSchema.parse(reply.json());

    expect(reply.headers['content-disposition']).toBe('attachment; filename="mattstock-personal-data.json"');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(data.account.email).toBe(owner.email);
    expect(data.sessions).toHaveLength(1);
    expect(data.firms).toHaveLength(1);
    expect(data.firms[0]).toMatchObject({
      responses: [
        {
          formCode: 'snabbkoll',
          answers: expect.arrayContaining([
            expect.objectContaining({ itemCode: 'D1.1', answer: { state: 'level', level: 1 } }),
          ]),
        },
      ],
      consents: [{ purpose: 'result', receiver: 'compare', withdrawnAt: null }],
    });
    expect(data.doings.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['firm-claimed', 'consent-given', 'personal-data-exported']),
    );
    expect(data.doings.every(({ actorPersonId }) => actorPersonId === owner.personId)).toBe(true);
    expect(reply.body).not.toContain('Inte ännu hämtad');
  },
});
