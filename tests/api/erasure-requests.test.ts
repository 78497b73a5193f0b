import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodAfter } from '#server/platform/period.ts';
import type { FirmErasure, OwnErasure } from '#shared/contracts/erasure.ts';
import * as erasure from '#shared/contracts/erasure.ts';
import { eventsAbout } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { asked, askedForFirm, decide, madeStale, ownRequests } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, startFirmsApp } from '../support/firms.ts';
import { signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const allRoles = 'every account has the right to it, whatever its role';

async function expectSignInRequired(visit: Visit): Promise<void> {
  expectProblem(await site.newVisitor().send(visit), 401, 'sign-in-required');
  const headers = { cookie: `mattstock-session=${'x'.repeat(43)}` };
  expectProblem(await site.newVisitor().send({ ...visit, headers }), 401, 'sign-in-required');
}

const readOwn = async (visitor: Visitor) => (await visitor.get('/api/account/erasure')).json<OwnErasure>();

describeEndpoint(erasure.getOwnErasure, {
  'refuses who has no key': () => expectSignInRequired({ url: '/api/account/erasure' }),
  'refuses the wrong role': allRoles,
  'hides what belongs to another firm': async () => {
    const one = await signedIn(site);
    const other = await signedIn(site);
    await asked(one);

    expect(await readOwn(other.visitor)).toEqual({ requests: [], obstacles: [] });
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const owner = await signedInOwner(site);
    await signedInMember(site, owner.firmId, 'respondent');
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Verkstaden', organisationNumber: null });
    const forFirm = await askedForFirm(owner);
    const forAccount = await asked(owner);

    const own = await readOwn(owner.visitor);
    expect(
      new Set(own.requests.map(({ erasureRequestId, scope, firmId }) => [erasureRequestId, scope, firmId])),
    ).toEqual(
      new Set([
        [forAccount, 'person', null],
        [forFirm, 'firm', owner.firmId],
      ]),
    );
    expect(own.obstacles).toEqual([{ obstacle: 'last-owner', firmId: owner.firmId, firmName: 'Verkstaden' }]);
  },
});

describeEndpoint(erasure.askForErasure, {
  'refuses who has no key': () => expectSignInRequired({ method: 'POST', url: ownRequests }),
  'refuses the wrong role': async () => {
    const stale = await signedIn(site);
    await madeStale(site, stale);

    expectProblem(await stale.visitor.post(ownRequests), 403, 'verification-required');
    expect((await readOwn(stale.visitor)).requests).toEqual([]);
  },
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor, personId } = await signedIn(site);
    const receivedAt = site.clock.now();
    const reply = await visitor.post(ownRequests);

    expect(reply.statusCode, reply.body).toBe(201);
    const [request, ...more] = reply.json<OwnErasure>().requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      scope: 'person',
      status: 'received',
      receivedAt: receivedAt.toISOString(),
      dueAt: periodAfter(receivedAt, { months: 1 }).toISOString(),
      decision: null,
      carriedOutAt: null,
    });
    expect(await eventsAbout(site, request?.erasureRequestId ?? '')).toEqual([
      {
        action: 'erasure-requested',
        objectKind: 'erasure-request',
        objectId: request?.erasureRequestId,
        actorPersonId: personId,
      },
    ]);
  },
});

test('a request asked for again, and again at once, is one request', async () => {
  const { visitor } = await signedIn(site);
  await Promise.all([1, 2, 3].map(() => visitor.post(ownRequests)));
  const id = await asked({ visitor });

  expect((await readOwn(visitor)).requests.map(({ erasureRequestId }) => erasureRequestId)).toEqual([id]);
  expect(await eventsAbout(site, id)).toHaveLength(1);
});

const takeBack = (visitor: Visitor, id: string) => visitor.post(`${ownRequests}/${id}/withdrawal`);

describeEndpoint(erasure.withdrawErasure, {
  'refuses who has no key': () =>
    expectSignInRequired({ method: 'POST', url: `${ownRequests}/${randomUUID()}/withdrawal` }),
  'refuses the wrong role': allRoles,
  'hides what belongs to another firm': async () => {
    const one = await signedIn(site);
    const owner = await signedInOwner(site);
    const id = await asked(one);

    expectProblem(await takeBack(owner.visitor, id), 404, 'not-found');
    expectProblem(await takeBack(owner.visitor, await askedForFirm(owner)), 404, 'not-found');
    expect((await readOwn(one.visitor)).requests[0]?.status).toBe('received');
  },
  'refuses an invalid request': async () => {
    expectProblem(await takeBack((await signedIn(site)).visitor, 'no-id'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await takeBack((await signedIn(site)).visitor, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await signedIn(site);
    const id = await asked(person);
    const reply = await takeBack(person.visitor, id);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<OwnErasure>().requests[0]).toMatchObject({ erasureRequestId: id, status: 'withdrawn' });
    expect((await takeBack(person.visitor, id)).statusCode).toBe(200);
    expect((await eventsAbout(site, id)).map(({ action }) => action)).toEqual([
      'erasure-requested',
      'erasure-withdrawn',
    ]);
    expect(await asked(person)).not.toBe(id);
  },
});

describe('a request that has been decided', () => {
  test('cannot be withdrawn', async () => {
    const person = await signedIn(site);
    const id = await asked(person);
    await decide(await signedInAs(site, 'administrator'), id, 'refused');

    expectProblem(await takeBack(person.visitor, id), 409, 'already-decided');
    expect((await readOwn(person.visitor)).requests[0]).toMatchObject({
      status: 'decided',
      decision: { decision: 'refused', basis: 'archive-law', text: 'Därför att det är så.' },
    });
  });

  test('can be made anew when it was refused, and stands when it was granted', async () => {
    const [refused, granted] = [await signedIn(site), await signedIn(site)];
    const administrator = await signedInAs(site, 'administrator');
    const [first, second] = [await asked(refused), await asked(granted)];
    await decide(administrator, first, 'refused');
    await decide(administrator, second, 'granted');

    expect(await asked(refused)).not.toBe(first);
    expect(await asked(granted)).toBe(second);
  });

  test('is decided or withdrawn, never both, when both happen at once', async () => {
    const administrator = await signedInAs(site, 'administrator');
    for (const _attempt of [1, 2, 3]) {
      const person = await signedIn(site);
      const id = await asked(person);
      const replies = await Promise.all([
        takeBack(person.visitor, id),
        administrator.visitor.post(`/api/erasures/${id}/decision`, {
          decision: 'granted',
          basis: 'objection',
          text: 'Ja.',
        }),
      ]);

      expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
      expect(await eventsAbout(site, id)).toHaveLength(2);
    }
  });
});

const ofFirm = (firmId: string) => `/api/firms/${firmId}/erasure`;
const firmRequests = (firmId: string) => `/api/firms/${firmId}/erasure-requests`;
const readFirmErasure = async (visitor: Visitor, firmId: string) =>
  (await visitor.get(ofFirm(firmId))).json<FirmErasure>();

describeEndpoint(erasure.getFirmErasure, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ url: ofFirm(firmId) }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    expectProblem(await (await signedInOwner(site)).visitor.get(ofFirm('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await (await signedInOwner(site)).visitor.get(ofFirm(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    expect(await readFirmErasure(owner.visitor, owner.firmId)).toEqual({
      firmId: owner.firmId,
      firmName: null,
      requests: [],
    });
    const id = await askedForFirm(owner);
    const other = await signedInMember(site, owner.firmId, 'owner');

    expect((await readFirmErasure(other.visitor, owner.firmId)).requests).toMatchObject([
      { erasureRequestId: id, scope: 'firm', status: 'received' },
    ]);
  },
});

describeEndpoint(erasure.askForFirmErasure, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'POST', url: firmRequests(firmId) }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const stale = await signedInOwner(site);
    expectProblem(await stale.visitor.post(firmRequests('no-id')), 422, 'invalid-request');
    await madeStale(site, stale);
    expectProblem(await stale.visitor.post(firmRequests(stale.firmId)), 403, 'verification-required');
  },
  'does not find what is not there': async () => {
    expectProblem(await (await signedInOwner(site)).visitor.post(firmRequests(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    const id = await askedForFirm(owner);

    expect(await askedForFirm({ ...other, firmId: owner.firmId })).toBe(id);
    expect(await eventsAbout(site, id)).toMatchObject([{ action: 'erasure-requested', actorPersonId: owner.personId }]);
  },
});

const takeFirmBack = (visitor: Visitor, firmId: string, id: string) =>
  visitor.post(`${firmRequests(firmId)}/${id}/withdrawal`);

describeEndpoint(erasure.withdrawFirmErasure, {
  ...closedToOthers(
    () => site,
    async (owner) => ({ method: 'POST', url: `${firmRequests(owner.firmId)}/${await askedForFirm(owner)}/withdrawal` }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    expectProblem(await takeFirmBack(visitor, firmId, 'no-id'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const owner = await signedInOwner(site);
    expectProblem(await takeFirmBack(owner.visitor, owner.firmId, randomUUID()), 404, 'not-found');
    expectProblem(await takeFirmBack(owner.visitor, owner.firmId, await asked(owner)), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    const id = await askedForFirm(owner);
    const reply = await takeFirmBack(other.visitor, owner.firmId, id);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<FirmErasure>().requests).toMatchObject([{ erasureRequestId: id, status: 'withdrawn' }]);
    expect((await eventsAbout(site, id)).map(({ action }) => action)).toEqual([
      'erasure-requested',
      'erasure-withdrawn',
    ]);
  },
});

test('a session that ends between the question who it is and the work asks for nothing', async () => {
  const owner = await signedInOwner(site);
  await site.admin.query('update sessions set revoked_at = now() where session_id = $1', [owner.sessionId]);

  expectProblem(await owner.visitor.post(ownRequests), 401, 'sign-in-required');
  expectProblem(await owner.visitor.post(firmRequests(owner.firmId)), 401, 'sign-in-required');
});
