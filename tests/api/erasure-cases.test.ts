import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import * as erasure from '#shared/contracts/erasure.ts';
import { basesOf, erasureBases, erasureDecisions } from '#shared/domain/erasure/erasure.ts';
import { closedToOthers, eventsAbout, startCoordinationApp } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { asked, askedForFirm, decide, decision, erased, madeStale, ofCase, readCases } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn } from '../support/firms.ts';
import { addMembership, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

const caseOf = async (visitor: Visitor, id: string): Promise<ErasureCase | undefined> =>
  (await readCases(visitor)).find(({ erasureRequestId }) => erasureRequestId === id);
const dueAt = (id: string, at: Date) =>
  site.admin.query('update erasure_requests set due_at = $1 where erasure_request_id = $2', [at, id]);
const daysFromNow = (days: number) => new Date(site.clock.now().getTime() + days * 86_400_000);

describeEndpoint(erasure.listErasureCases, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/erasures' }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site, { name: 'Elof Nilsson' });
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Verkstaden', organisationNumber: '5560360793' });
    await letIn(owner, 'compare');
    await signedInMember(site, owner.firmId, 'respondent');
    const id = await askedForFirm(owner);

    expect(await caseOf(administrator.visitor, id)).toEqual({
      erasureRequestId: id,
      scope: 'firm',
      status: 'received',
      receivedAt: site.clock.now().toISOString(),
      dueAt: expect.any(String),
      decision: null,
      carriedOutAt: null,
      isOverdue: false,
      isOwn: false,
      mail: null,
      subject: {
        personName: 'Elof Nilsson',
        personEmail: owner.email,
        firmName: 'Verkstaden',
        organisationNumber: '5560360793',
        submittedCount: 1,
        openCount: 0,
        memberCount: 2,
        consentCount: 1,
        contactCount: 0,
      },
    });
  },
});

test('what waits comes first, the longest due on top; then what is to be carried out; then what is settled', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const ids: string[] = [];
  for (const _person of [1, 2, 3, 4, 5]) ids.push(await asked(await signedIn(site)));
  const [settled = '', toCarryOut = '', soon = '', overdue = '', late = ''] = ids;
  await decide(administrator, settled, 'refused');
  await decide(administrator, toCarryOut, 'granted');
  await dueAt(soon, daysFromNow(2));
  await dueAt(overdue, daysFromNow(-1));
  await dueAt(late, daysFromNow(20));
  const cases = (await readCases(administrator.visitor)).filter(({ erasureRequestId }) =>
    ids.includes(erasureRequestId),
  );

  expect(cases.map(({ erasureRequestId }) => erasureRequestId)).toEqual([overdue, soon, late, toCarryOut, settled]);
  expect(cases.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false, false, false]);
});

test('whom a request concerned is no longer shown once there is nothing more to do about it', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const [refused, granted] = [await asked(await signedIn(site)), await asked(await signedIn(site))];
  await decide(administrator, refused, 'refused');
  await erased(site, administrator, granted);

  expect((await caseOf(administrator.visitor, refused))?.subject).toBeNull();
  expect((await caseOf(administrator.visitor, granted))?.subject).toBeNull();
});

test('whoever decides sees nothing of what the firm has answered', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const owner = await signedInOwner(site);
  await askedForFirm(owner);
  const client = await site.app.pg.pool.connect();
  await client.query('begin');
  await client.query(
    `select set_config('role', 'mattstock_coordination', true), set_config('search_path', 'mattstock', true),
       set_config('mattstock.session_key', encode(sha256($1::text::bytea), 'hex'), true)`,
    [administrator.sessionSecret],
  );
  const outcomes: string[] = [];
  for (const table of ['responses', 'answers', 'submissions', 'scores', 'referrals']) {
    await client.query('savepoint before');
    outcomes.push(
      await client.query(`select * from ${table}`).then(
        ({ rowCount }) => `${rowCount} rows`,
        (error: { code: string }) => error.code,
      ),
    );
    await client.query('rollback to savepoint before');
  }
  await client.query('rollback');
  client.release();

  expect(new Set(outcomes)).toEqual(new Set(['42501']));
});

const decideOn = (visitor: Visitor, id: string, body: unknown = decision()) =>
  visitor.post(ofCase(id, '/decision'), body);

describeEndpoint(erasure.decideErasure, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: ofCase(await asked(await signedIn(site)), '/decision'), body: decision() }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const id = await asked(await signedIn(site));
    const bodies = [
      {},
      { ...decision(), basis: 'because' },
      { ...decision(), decision: 'perhaps' },
      { ...decision(), text: '  ' },
      { ...decision(), text: 'x'.repeat(2001) },
      { ...decision(), firmId: randomUUID() },
    ];
    for (const body of bodies) expectProblem(await decideOn(visitor, id, body), 422, 'invalid-request');
    expectProblem(await decideOn(visitor, 'no-id'), 422, 'invalid-request');
    expect((await caseOf(visitor, id))?.status).toBe('received');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await decideOn(visitor, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    const id = await askedForFirm(owner);
    const body = decision('partly-granted', 'archive-law', 'Svaren är allmänna handlingar.');
    const reply = await decideOn(administrator.visitor, id, body);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(await caseOf(administrator.visitor, id)).toMatchObject({
      status: 'decided',
      decision: { ...body, decidedAt: site.clock.now().toISOString() },
      mail: 'waiting',
    });
    expect(await eventsAbout(site, id)).toMatchObject([
      { action: 'erasure-requested' },
      { action: 'erasure-decided', actorPersonId: administrator.personId },
    ]);
    const mails = (await deliverMails(site)).filter(({ text }) => text.includes('Svaren är allmänna handlingar.'));
    expect(new Set(mails.map(({ recipient }) => recipient))).toEqual(new Set([owner.email, other.email]));
    expect(mails[0]?.text).toContain('uppgifterna finns i allmänna handlingar');
    expect((await caseOf(administrator.visitor, id))?.mail).toBe('sent');
  },
});

describe('a decision', () => {
  test('rests on a ground that fits it', async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    for (const kind of erasureDecisions) {
      for (const basis of erasureBases) {
        const reply = await decideOn(visitor, await asked(await signedIn(site)), decision(kind, basis));
        expect(reply.statusCode, `${kind} ${basis}`).toBe(basesOf(kind).includes(basis) ? 200 : 422);
      }
    }
  });

  test('is made once, by whoever of two is first', async () => {
    const [one, other] = [await signedInAs(site, 'administrator'), await signedInAs(site, 'administrator')];
    const id = await asked(await signedIn(site));
    const replies = await Promise.all([
      decideOn(one.visitor, id, decision('granted')),
      decideOn(other.visitor, id, decision('refused')),
    ]);

    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expectProblem(await decideOn(one.visitor, id), 409, 'already-decided');
    expect((await eventsAbout(site, id)).filter(({ action }) => action === 'erasure-decided')).toHaveLength(1);
  });

  test('is never on what is one’s own, or one’s own firm’s', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site);
    await addMembership(site, administrator.personId, 'respondent', owner.firmId);
    const ids = [await asked(administrator), await askedForFirm(owner)];
    for (const id of ids) {
      const refusal = await decideOn(administrator.visitor, id);
      expectProblem(refusal, 422, 'invalid-request');
      expect(refusal.json()).toMatchObject({ errors: [{ code: 'own-request' }] });
      expect(await caseOf(administrator.visitor, id)).toMatchObject({ isOwn: true, status: 'received' });
      await decide(await signedInAs(site, 'administrator'), id);
      expectProblem(await administrator.visitor.post(ofCase(id, '/carrying-out')), 422, 'invalid-request');
    }
  });
});

const carryOut = (visitor: Visitor, id: string) => visitor.post(ofCase(id, '/carrying-out'));

describeEndpoint(erasure.carryOutErasure, {
  ...closedToOthers(
    () => site,
    async () => {
      const id = await asked(await signedIn(site));
      await decide(await signedInAs(site, 'administrator'), id);
      return { method: 'POST', url: ofCase(id, '/carrying-out') };
    },
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const stale = await signedInAs(site, 'administrator');
    const id = await asked(await signedIn(site));
    await decide(stale, id);
    await deliverMails(site);
    expectProblem(await carryOut(stale.visitor, 'no-id'), 422, 'invalid-request');
    await madeStale(site, stale);
    expectProblem(await carryOut(stale.visitor, id), 403, 'verification-required');
    expect((await caseOf(stale.visitor, id))?.status).toBe('decided');
  },
  'does not find what is not there': async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [undecided, refused] = [await asked(await signedIn(site)), await asked(await signedIn(site))];
    await decide(administrator, refused, 'refused');
    await deliverMails(site);
    for (const id of [randomUUID(), undecided, refused]) {
      expectProblem(await carryOut(administrator.visitor, id), 404, 'not-found');
    }
  },
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const person = await signedIn(site);
    const id = await asked(person);
    await decide(administrator, id);
    expectProblem(await carryOut(administrator.visitor, id), 409, 'decision-on-its-way');
    await deliverMails(site);
    const reply = await carryOut(administrator.visitor, id);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(await caseOf(administrator.visitor, id)).toMatchObject({
      status: 'carried-out',
      carriedOutAt: site.clock.now().toISOString(),
    });
    expect((await carryOut(administrator.visitor, id)).statusCode).toBe(200);
    expect((await eventsAbout(site, id)).map(({ action }) => action)).toEqual([
      'erasure-requested',
      'erasure-decided',
      'erasure-carried-out',
    ]);
    expectProblem(await person.visitor.get('/api/account/erasure'), 401, 'sign-in-required');
  },
});
