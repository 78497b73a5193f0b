import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import * as contract from '#shared/contracts/editions.ts';
import { lacksFirms } from '#shared/domain/edition/edition-time.ts';
import { eventsAbout } from '../support/coordination.ts';
import {
  dayFrom,
  editionAt,
  mailsAboutPlacement,
  openEdition,
  placed,
  planOf,
  readEdition,
  sharedPackage,
} from '../support/editions.ts';
import { alwaysThere, describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, startFirmsApp } from '../support/firms.ts';
import { type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { insertEdition } from '../support/placements.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let advisor: Staff;
let stranger: Staff;

beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: 'fpx' });
  stranger = await signedInAs(site, 'advisor', { organisation: 'compare' });
});
afterAll(() => site.close());

type Send = (visitor: Visitor) => ReturnType<Visitor['get']>;

/** Everybody who looks after no firms. */
async function refusesOthers(send: Send): Promise<void> {
  expectProblem(await send(site.newVisitor()), 401, 'sign-in-required');
  for (const { visitor } of [
    await signedIn(site),
    await signedInOwner(site),
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ]) {
    expectProblem(await send(visitor), 404, 'not-found');
  }
  const unproved = await signedInAs(site, 'advisor', { organisation: 'fpx', hasSecondFactor: false });
  expectProblem(await send(unproved.visitor), 403, 'second-factor-required');
}

const listed = async ({ visitor }: Pick<Staff, 'visitor'>, query = ''): Promise<EditionDocument[]> => {
  const reply = await visitor.get(`/api/advisor/editions${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ editions: EditionDocument[] }>().editions;
};
const idsOf = (editions: readonly EditionDocument[]) => editions.map(({ editionId }) => editionId);

describeEndpoint(contract.listEditions, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get('/api/advisor/editions'), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers((visitor) => visitor.get('/api/advisor/editions')),
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Hemliga AB', organisationNumber: null });
    await letIn(owner, 'fpx');
    const { editionId } = await openEdition(site, advisor);
    await placed(advisor, editionId, owner.firmId, { move: 'invite', revision: 0 });
    const reply = await stranger.visitor.get('/api/advisor/editions?whose=all');

    expect(reply.body).toContain(editionId);
    expect(reply.body).not.toContain('Hemliga');
    expect(reply.body).not.toContain(owner.firmId);
  },
  'refuses an invalid request': async () => {
    for (const query of ['?time=never', '?after=x', '?after=2026-02-30_x', '?whose=mine', '?colour=red']) {
      expectProblem(await advisor.visitor.get(`/api/advisor/editions${query}`), 422, 'invalid-request');
    }
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { editionId } = await openEdition(site, advisor);

    expect((await listed(advisor)).find((each) => each.editionId === editionId)).toMatchObject({
      packageCode: sharedPackage,
      status: 'open',
      isOwn: true,
      places: 3,
      invited: 0,
      municipality: '2080',
      hasExactPosition: false,
      position: { latitude: expect.any(Number), longitude: expect.any(Number) },
      days: [{ startsAt: '09:00', endsAt: '16:00' }],
    });
    expect(idsOf(await listed(stranger))).not.toContain(editionId);
    expect((await listed(stranger, '?whose=all')).find((each) => each.editionId === editionId)?.isOwn).toBe(false);
  },
});

describe('the list of editions', () => {
  test('is told apart by time, and by package', async () => {
    const { editionId } = await openEdition(site, advisor);
    const at = (status: string, startsOn: string) =>
      site.admin.query(`update editions set status = $2, apply_by = $3, starts_on = $3 where edition_id = $1`, [
        editionId,
        status,
        startsOn,
      ]);
    const where = async () => {
      const found: string[] = [];
      for (const time of ['upcoming', 'running', 'past']) {
        if (idsOf(await listed(advisor, `?time=${time}`)).includes(editionId)) found.push(time);
      }
      return found;
    };

    expect(await where()).toEqual(['upcoming']);
    await at('confirmed', dayFrom(site, 0));
    expect(await where()).toEqual(['running']);
    await at('completed', dayFrom(site, 0));
    expect(await where()).toEqual(['past']);
    expect(idsOf(await listed(advisor, `?time=past&package=${sharedPackage}`))).toContain(editionId);
    expect(idsOf(await listed(advisor, '?time=past&package=user-insight'))).not.toContain(editionId);
  });

  test('has those that are short of firms, and the queue counts them', async () => {
    const short = await openEdition(site, advisor);
    const later = await openEdition(site, advisor, {
      applyBy: dayFrom(site, 60),
      startsOn: dayFrom(site, 61),
      endsOn: dayFrom(site, 90),
      days: [],
    });
    const planned = { editionId: await insertEdition(site, { status: 'planned', applyBy: dayFrom(site, 20) }) };
    const past = await openEdition(site, advisor);
    await site.admin.query('update editions set apply_by = $2 where edition_id = $1', [
      past.editionId,
      dayFrom(site, -1),
    ]);
    const found = await listed(advisor, '?short=true');
    const counts = (await advisor.visitor.get('/api/advisor/queue/counts')).json<{
      editionsShort: number;
      editionsShortPlanned: number;
    }>();

    for (const each of [short, later, planned]) expect(idsOf(found)).toContain(each.editionId);
    expect(idsOf(found)).not.toContain(past.editionId);
    expect(counts.editionsShort).toBe(found.length);
    expect(counts.editionsShortPlanned).toBe(found.filter(({ status }) => status === 'planned').length);
    // What each is said to be by its own card is by the same rule.
    for (const each of found) expect(lacksFirms(each, dayFrom(site, 0))).toBe(true);
    await site.admin.query('update editions set minimum_group = 1, placed_count = 1 where edition_id = $1', [
      short.editionId,
    ]);
    expect(idsOf(await listed(advisor, '?short=true'))).not.toContain(short.editionId);
  });

  test('tells of a group that could be joined instead, whoever gives it, as long as there is a place', async () => {
    const theirs = await openEdition(site, stranger);
    const like = async () => idsOf(await listed(advisor, `?whose=all&like=${sharedPackage}`));

    expect(await like()).toContain(theirs.editionId);
    expect(idsOf(await listed(advisor, '?whose=all&like=user-insight'))).not.toContain(theirs.editionId);
    await site.admin.query('update editions set placed_count = places where edition_id = $1', [theirs.editionId]);
    expect(await like()).not.toContain(theirs.editionId);
  });

  test('comes page by page', async () => {
    const mine = await signedInAs(site, 'advisor', { organisation: 'paper-province' });
    for (let number = 0; number < 52; number += 1) await openEdition(site, mine, { name: `Nummer ${number}` });
    const first = (await mine.visitor.get('/api/advisor/editions')).json<{
      editions: EditionDocument[];
      next: string;
    }>();
    const second = (await mine.visitor.get(`/api/advisor/editions?after=${first.next}`)).json<typeof first>();

    expect([first.editions.length, second.editions.length, second.next]).toEqual([50, 2, null]);
    expect(new Set(idsOf([...first.editions, ...second.editions])).size).toBe(52);
  });
});

const ofEdition = (send: (visitor: Visitor, url: string) => ReturnType<Visitor['get']>, rest = '') => ({
  'refuses who has no key': async () => {
    const { editionId } = await openEdition(site, advisor);
    expectProblem(await send(site.newVisitor(), editionAt(advisor, editionId, rest)), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const { editionId } = await openEdition(site, advisor);
    await refusesOthers((visitor) => send(visitor, editionAt(advisor, editionId, rest)));
  },
  'hides what belongs to another firm': async () => {
    const { editionId } = await openEdition(site, advisor);
    for (const url of [editionAt(advisor, editionId, rest), editionAt(stranger, editionId, rest)]) {
      expectProblem(await send(stranger.visitor, url), 404, 'not-found');
    }
    expect(await readEdition(advisor, editionId)).toMatchObject({ status: 'open', revision: 1 });
  },
  'does not find what is not there': async () => {
    expectProblem(await send(advisor.visitor, editionAt(advisor, randomUUID(), rest)), 404, 'not-found');
  },
});

describeEndpoint(contract.getEdition, {
  ...ofEdition((visitor, url) => visitor.get(url)),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(editionAt(advisor, 'no-id')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { editionId } = await openEdition(site, advisor, { name: 'Våren' });
    expect(await readEdition(advisor, editionId)).toMatchObject({ name: 'Våren', minimumGroup: 2, waiting: 0 });
  },
});

const body = (changes: object = {}, plan: object = {}) => ({
  packageCode: sharedPackage,
  plan: { ...planOf(site), ...plan },
  revision: 1,
  ...changes,
});

describeEndpoint(contract.saveEdition, {
  ...ofEdition((visitor, url) => visitor.put(url, body())),
  'refuses an invalid request': async () => {
    const save = (sent: object) => advisor.visitor.put(editionAt(advisor, randomUUID()), { ...sent, revision: 0 });
    const faultsOf = async (plan: object, changes: object = {}) => {
      const reply = await save(body(changes, plan));
      expectProblem(reply, 422, 'invalid-request');
      return reply.json<{ errors: { path: string; code: string }[] }>().errors;
    };
    expect(await faultsOf({ applyBy: dayFrom(site, -1) })).toEqual([
      { path: 'body/plan/applyBy', code: 'in-the-past' },
    ]);
    expect(await faultsOf({ minimumGroup: 4 })).toEqual([{ path: 'body/plan/minimumGroup', code: 'more-than-places' }]);
    expect(await faultsOf({ municipality: '2099' })).toEqual([{ path: 'body/plan/municipality', code: 'unknown' }]);
    expect(await faultsOf({}, { packageCode: 'user-insight' })).toEqual([
      { path: 'body/packageCode', code: 'not-of-this-provider' },
    ]);
    expectProblem(await save({ plan: planOf(site) }), 422, 'invalid-request');
    expectProblem(await save(body({}, { places: 0 })), 422, 'invalid-request');
  },
  succeeds: async () => {
    const editionId = randomUUID();
    const created = await advisor.visitor.put(editionAt(advisor, editionId), body({ revision: 0 }));
    expect(created.json()).toMatchObject({ editionId, status: 'planned', revision: 1 });
    const plan = { places: 9, delivery: 'online', municipality: null, venue: null, days: [] };
    const changed = await advisor.visitor.put(editionAt(advisor, editionId), body({}, plan));

    expect(changed.json()).toMatchObject({ places: 9, delivery: 'online', position: null, days: [], revision: 2 });
    expect((await eventsAbout(site, editionId)).map(({ action }) => action)).toEqual([
      'edition-created',
      'edition-changed',
    ]);
  },
});

describe('an edition', () => {
  test('is not changed over what a colleague has changed meanwhile, nor made twice', async () => {
    const { editionId } = await openEdition(site, advisor);
    const save = (revision: number) => advisor.visitor.put(editionAt(advisor, editionId), body({ revision }));

    expect((await save(1)).statusCode).toBe(200);
    expectProblem(await save(1), 409, 'changed-meanwhile');
    expectProblem(await save(0), 409, 'changed-meanwhile');
  });

  test('keeps its package, and the places of who is in it', async () => {
    const { editionId } = await openEdition(site, advisor);
    for (let number = 0; number < 2; number += 1) {
      const owner = await signedInOwner(site);
      await letIn(owner, 'fpx');
      await placed(advisor, editionId, owner.firmId, { move: 'invite', revision: 0 });
    }
    const save = (sent: object) => advisor.visitor.put(editionAt(advisor, editionId), sent);
    const fewer = await save(body({}, { places: 1, minimumGroup: 1 }));
    const another = await save(body({ packageCode: 'digital-lead-coaching' }));

    expect(fewer.json()).toMatchObject({ errors: [{ path: 'body/plan/places', code: 'fewer-than-taken' }] });
    expect(another.json()).toMatchObject({ errors: [{ path: 'body/packageCode', code: 'fixed' }] });
  });

  test('that is held at another time is told to who is in it', async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, 'fpx');
    const { editionId } = await openEdition(site, advisor);
    const { placementId } = await placed(advisor, editionId, owner.firmId, { move: 'invite', revision: 0 });
    const save = (revision: number, plan: object) =>
      advisor.visitor.put(editionAt(advisor, editionId), body({ revision }, plan));
    await save(1, { places: 5 });
    expect(await mailsAboutPlacement(site, placementId)).toHaveLength(1);
    await save(2, { places: 5, venue: 'Lilla salen' });

    expect(await mailsAboutPlacement(site, placementId)).toMatchObject([
      { kind: 'placement-invitation' },
      { kind: 'placement-news', recipient: owner.email, facts: { news: 'edition-changed' } },
    ]);
  });
});

const move = (editionId: string, sent: object) => advisor.visitor.post(editionAt(advisor, editionId, '/moves'), sent);

describeEndpoint(contract.moveEdition, {
  ...ofEdition((visitor, url) => visitor.post(url, { move: 'cancel', revision: 1, reason: 'other' }), '/moves'),
  'refuses an invalid request': async () => {
    const { editionId } = await openEdition(site, advisor);
    for (const sent of [
      {},
      { move: 'reopen', revision: 1 },
      { move: 'cancel', revision: 1 },
      { move: 'confirm', revision: 1, reason: 'other' },
    ]) {
      expectProblem(await move(editionId, sent), 422, 'invalid-request');
    }
  },
  succeeds: async () => {
    const { editionId } = await openEdition(site, advisor);
    expectProblem(await move(editionId, { move: 'complete', revision: 1 }), 409, 'move-not-possible');
    const small = await move(editionId, { move: 'confirm', revision: 1 });
    expectProblem(small, 409, 'move-not-possible');
    expect(small.json()).toMatchObject({ errors: [{ path: 'body/move', code: 'group-too-small' }] });
    await site.admin.query('update editions set placed_count = 2 where edition_id = $1', [editionId]);
    expect((await move(editionId, { move: 'confirm', revision: 1 })).json()).toMatchObject({ status: 'confirmed' });
    expectProblem(await move(editionId, { move: 'cancel', revision: 1, reason: 'other' }), 409, 'changed-meanwhile');
    const early = await move(editionId, { move: 'complete', revision: 2 });
    expect(early.json()).toMatchObject({ errors: [{ code: 'not-begun' }] });
    await site.admin.query(`update editions set apply_by = $2, starts_on = $2 where edition_id = $1`, [
      editionId,
      dayFrom(site, 0),
    ]);

    expect((await move(editionId, { move: 'complete', revision: 2 })).json()).toMatchObject({ status: 'completed' });
    expect((await eventsAbout(site, editionId)).map(({ action }) => action)).toContain('edition-moved');
    const changed = await advisor.visitor.put(editionAt(advisor, editionId), body({ revision: 3 }));
    expectProblem(changed, 409, 'move-not-possible');
  },
});

describeEndpoint(contract.listPackageEditions, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await site.newVisitor().get('/api/packages/No Code/editions'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await site.newVisitor().get('/api/packages/nothing/editions'), 404, 'not-found');
  },
  succeeds: async () => {
    const mine = await signedInAs(site, 'advisor', { organisation: 'triple-steelix' });
    const packageCode = 'digital-lead-coaching';
    const open = await openEdition(site, mine, {}, packageCode);
    const planned = await mine.visitor.put(editionAt(mine, randomUUID()), body({ packageCode, revision: 0 }));
    const reply = await site.newVisitor().get(`/api/packages/${packageCode}/editions`);

    expect(planned.json()).toMatchObject({ status: 'planned' });
    expect(reply.json<{ editions: unknown[] }>().editions).toMatchObject([
      { editionId: open.editionId, placesLeft: 3, canBeJoined: true, organisationName: { sv: 'Triple Steelix' } },
    ]);
    expect(reply.json<{ editions: object[] }>().editions[0]).not.toHaveProperty('placed');
  },
});
