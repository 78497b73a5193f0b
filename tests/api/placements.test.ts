import { randomUUID } from 'node:crypto';
import type { PostgresDb } from '@fastify/postgres';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expirePlacements } from '#server/features/editions/expire-placements.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import * as contract from '#shared/contracts/placements.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { eventsAbout } from '../support/coordination.ts';
import {
  answersOf,
  dayFrom,
  editionAt,
  mailsAboutPlacement,
  openEdition,
  ownPlacements,
  place,
  placed,
  placementsIn,
  placingOf,
  readEdition,
} from '../support/editions.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, letIn, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import { inOrder, meanwhile } from '../support/meanwhile.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let advisor: Staff;
let stranger: Staff;
let owner: Owner;
let consent: string;
let editionId: string;

beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: 'fpx', name: 'Rut Råd' });
  stranger = await signedInAs(site, 'advisor', { organisation: 'compare' });
  owner = await signedInOwner(site);
  consent = await letIn(owner, 'fpx');
  ({ editionId } = await openEdition(site, advisor));
});
afterAll(() => site.close());

const invite = { move: 'invite', revision: 0 };
const anotherFirm = async (): Promise<Owner> => {
  const other = await signedInOwner(site);
  await letIn(other, 'fpx');
  return other;
};
const invited = () => placed(advisor, editionId, owner.firmId, invite);
const answer = (placementId: string, move: string, revision = 1, { visitor, firmId } = owner) =>
  visitor.post(answersOf({ firmId }, placementId), { move, revision });

async function refusesOthers(send: (visitor: Visitor) => ReturnType<Visitor['get']>): Promise<void> {
  expectProblem(await send(site.newVisitor()), 401, 'sign-in-required');
  for (const { visitor } of [
    await signedIn(site),
    owner,
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ]) {
    expectProblem(await send(visitor), 404, 'not-found');
  }
  const unproved = await signedInAs(site, 'advisor', { organisation: 'fpx', hasSecondFactor: false });
  expectProblem(await send(unproved.visitor), 403, 'second-factor-required');
}

const inEdition = (who = advisor, id = editionId) => editionAt(who, id, '/placements');

describeEndpoint(contract.listEditionPlacements, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(inEdition()), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers((visitor) => visitor.get(inEdition())),
  'hides what belongs to another firm': async () => {
    await invited();
    for (const url of [inEdition(), inEdition(stranger)]) {
      expectProblem(await stranger.visitor.get(url), 404, 'not-found');
    }
    const { editionId: theirs } = await openEdition(site, stranger);
    expect(await placementsIn(stranger, theirs)).toEqual([]);
  },
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(inEdition(advisor, 'no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(inEdition(advisor, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Smeden AB', organisationNumber: null });
    await invited();
    expect(await placementsIn(advisor, editionId)).toMatchObject([
      { firmName: 'Smeden AB', status: 'invited', answerBy: dayFrom(site, 10), hasReferral: false },
    ]);
    const other = await insertEdition(site, { packageCode: 'user-insight' });
    await insertPlacement(site, { editionId: other, firmId: owner.firmId, status: 'waiting' });
    const { lookCount } = await readAccess(owner.visitor, owner.firmId);
    const { live } = (await advisor.visitor.get(inEdition())).json<{ live: LivePlace[] }>();
    expect(live.map((each) => [each.editionId, each.status]).toSorted()).toEqual(
      [
        [editionId, 'invited'],
        [other, 'waiting'],
      ].toSorted(),
    );
    // By name, which is the provider's to know: nobody has looked at the firm by reading its own groups.
    expect((await readAccess(owner.visitor, owner.firmId)).lookCount).toBe(lookCount);
  },
});

const ofFirm = (who = advisor, firmId = owner.firmId) =>
  `/api/advisor/organisations/${who.organisationId}/firms/${firmId}/placements`;

describeEndpoint(contract.listFirmsPlaces, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(ofFirm()), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers((visitor) => visitor.get(ofFirm())),
  'hides what belongs to another firm': async () => {
    await invited();
    for (const url of [ofFirm(), ofFirm(stranger)]) {
      expectProblem(await stranger.visitor.get(url), 404, 'not-found');
    }
    await letIn(owner, 'compare');
    expect((await stranger.visitor.get(ofFirm(stranger))).json()).toMatchObject({ placements: [] });
  },
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(ofFirm(advisor, 'no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(ofFirm(advisor, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    await invited();
    expect((await advisor.visitor.get(ofFirm())).json()).toMatchObject({
      placements: [{ editionId, status: 'invited' }],
      live: [
        {
          firmId: owner.firmId,
          editionId,
          status: 'invited',
          name: null,
          packageName: { sv: 'Digital plan på en sida' },
          period: { from: dayFrom(site, 30), to: dayFrom(site, 90) },
        },
      ],
    });
  },
});

describeEndpoint(contract.movePlacement, {
  'refuses who has no key': async () => {
    const url = placingOf(advisor, editionId, owner.firmId);
    expectProblem(await site.newVisitor().post(url, invite), 401, 'sign-in-required');
  },
  'refuses the wrong role': () =>
    refusesOthers((visitor) => visitor.post(placingOf(advisor, editionId, owner.firmId), invite)),
  'hides what belongs to another firm': async () => {
    for (const who of [advisor, stranger]) {
      expectProblem(await stranger.visitor.post(placingOf(who, editionId, owner.firmId), invite), 404, 'not-found');
    }
    // A firm that lets somebody else in, and one that lets the provider count it only.
    const closed = await signedInOwner(site);
    await letIn(closed, 'compare');
    expectProblem(await place(advisor, editionId, closed.firmId, invite), 404, 'not-found');
    expect((await ownPlacements(closed)).placements).toEqual([]);
    expect((await ownPlacements(owner)).placements).toEqual([]);
  },
  'refuses an invalid request': async () => {
    const send = (body: object) => place(advisor, editionId, owner.firmId, body);
    for (const body of [{}, { move: 'expire', revision: 0 }, { ...invite, revision: -1 }, { ...invite, reason: 'x' }]) {
      expectProblem(await send(body), 422, 'invalid-request');
    }
    const late = await send({ ...invite, answerBy: dayFrom(site, -1) });
    expect(late.json()).toMatchObject({ errors: [{ path: 'body/answerBy', code: 'in-the-past' }] });
    await invited();
    const silent = await send({ move: 'leave', revision: 1 });
    expect(silent.json()).toMatchObject({ errors: [{ path: 'body/reason', code: 'missing' }] });
  },
  'does not find what is not there': async () => {
    expectProblem(await place(advisor, randomUUID(), owner.firmId, invite), 404, 'not-found');
    expectProblem(await place(advisor, editionId, randomUUID(), invite), 404, 'not-found');
  },
  succeeds: async () => {
    const placement = await invited();

    expect(placement).toMatchObject({ status: 'invited', revision: 1, answerBy: dayFrom(site, 10) });
    expect(await mailsAboutPlacement(site, placement.placementId)).toMatchObject([
      { kind: 'placement-invitation', recipient: owner.email, facts: { firmId: owner.firmId } },
    ]);
    expect(await eventsAbout(site, placement.placementId)).toMatchObject([
      { action: 'placement-moved', actorPersonId: advisor.personId },
    ]);
    const { looks } = await readAccess(owner.visitor, owner.firmId);
    expect(looks).toMatchObject([{ what: 'placement', personName: 'Rut Råd' }]);
    expect(await readEdition(advisor, editionId)).toMatchObject({ invited: 1, placed: 0 });
  },
});

describeEndpoint(contract.listFirmPlacements, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'GET', url: `/api/firms/${firmId}/placements` }),
    {
      isForRespondents: true,
    },
  ),
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.get('/api/firms/no-id/placements'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(`/api/firms/${randomUUID()}/placements`), 404, 'not-found');
  },
  succeeds: async () => {
    await invited();
    const { visitor } = await signedInMember(site, owner.firmId, 'respondent');

    expect(await ownPlacements({ visitor, firmId: owner.firmId })).toMatchObject({
      placements: [
        {
          status: 'invited',
          answerBy: dayFrom(site, 10),
          edition: { editionId, venue: 'Stora salen', startsOn: dayFrom(site, 30) },
          events: [{ move: 'invite', by: 'provider' }],
          group: null,
          ahead: null,
        },
      ],
      unnamedWith: [{ code: 'fpx' }],
    });
  },
});

describeEndpoint(contract.answerPlacement, {
  ...closedToOthers(
    () => site,
    async ({ visitor, firmId }) => {
      await letIn({ visitor, firmId }, 'fpx').catch(() => undefined);
      const { placementId } = await placed(advisor, editionId, firmId, invite);
      return { method: 'POST', url: answersOf({ firmId }, placementId), body: { move: 'accept', revision: 1 } };
    },
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { placementId } = await invited();
    expectProblem(await answer(placementId, 'complete'), 422, 'invalid-request');
    expectProblem(await answer('no-id', 'accept'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await answer(randomUUID(), 'accept'), 404, 'not-found');
  },
  succeeds: async () => {
    const { placementId } = await invited();
    const reply = await answer(placementId, 'accept');

    expect(reply.json()).toMatchObject({
      placements: [
        {
          status: 'placed',
          group: { size: 1, named: [] },
          events: [
            { move: 'invite', by: 'provider' },
            { move: 'accept', by: 'firm' },
          ],
        },
      ],
    });
    expectProblem(await answer(placementId, 'leave'), 409, 'changed-meanwhile');
    expectProblem(await answer(placementId, 'accept', 2), 409, 'move-not-possible');
    expect(await readEdition(advisor, editionId)).toMatchObject({ invited: 0, placed: 1 });
  },
});

describe('the last place', () => {
  test('that two advisers take at once goes to one; the other is told and offered the waiting list', async () => {
    const one = await openEdition(site, advisor, { places: 1, minimumGroup: 1 });
    const colleague = await signedInAs(site, 'advisor', { organisation: 'fpx' });
    const [first, second] = [owner, await anotherFirm()];
    const replies = await Promise.all([
      place(advisor, one.editionId, first.firmId, invite),
      place(colleague, one.editionId, second.firmId, invite),
    ]);

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = replies.findIndex(({ statusCode }) => statusCode === 409);
    const [loser, staff] = refused === 0 ? [first, advisor] : [second, colleague];
    const reply = replies[refused];
    if (reply === undefined) throw new Error('nobody was refused');
    expectProblem(reply, 409, 'edition-full');
    expect(await placed(staff, one.editionId, loser.firmId, { move: 'queue', revision: 0 })).toMatchObject({
      status: 'waiting',
      waitingSince: expect.any(String),
    });
    expect(await readEdition(advisor, one.editionId)).toMatchObject({ invited: 1, waiting: 1 });
  });

  test('goes to whom the table lets in, whatever a use case forgets: the counts never exceed the places', async () => {
    const { editionId: small } = await openEdition(site, advisor, { places: 2, minimumGroup: 1 });
    const firms = await Promise.all(Array.from({ length: 6 }, anotherFirm));
    const replies = await Promise.all(firms.map(({ firmId }) => place(advisor, small, firmId, invite)));

    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2);
    expect(await readEdition(advisor, small)).toMatchObject({ places: 2, invited: 2 });
  });
});

describe('a firm', () => {
  test('is in one group for a package at a time, whoever gives it', async () => {
    await letIn(owner, 'compare');
    const { editionId: theirs } = await openEdition(site, stranger);
    const { editionId: later } = await openEdition(site, advisor);
    const replies = await Promise.all([
      place(advisor, editionId, owner.firmId, invite),
      place(stranger, theirs, owner.firmId, invite),
    ]);

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(replies.map((reply) => reply.json<{ code?: string }>().code)).toContain('already-placed');
    expectProblem(await place(advisor, later, owner.firmId, { move: 'queue', revision: 0 }), 409, 'already-placed');
  });

  test('that has declined, or left, may be asked again', async () => {
    const { placementId } = await invited();
    await answer(placementId, 'decline');
    const again = await placed(advisor, editionId, owner.firmId, { move: 'invite', revision: 2 });
    await answer(placementId, 'accept', 3);
    await answer(placementId, 'leave', 4);

    expect(again).toMatchObject({ placementId, status: 'invited', revision: 3 });
    const [own] = (await ownPlacements(owner)).placements;
    expect(own).toMatchObject({ status: 'left', reason: 'firm-asked' });
    expect(own?.events.map(({ move }) => move)).toEqual(['invite', 'decline', 'invite', 'accept', 'leave']);
    expect(await readEdition(advisor, editionId)).toMatchObject({ invited: 0, placed: 0 });
  });

  test('finds what it has answered in what the person can take out, and nothing of what the adviser did', async () => {
    const { placementId } = await invited();
    await answer(placementId, 'decline');
    const reply = await owner.visitor.get('/api/account/data');

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<{ firms: { groupAnswers: object[] }[] }>().firms[0]?.groupAnswers).toMatchObject([
      { packageCode: 'one-page-digital-plan', move: 'decline' },
    ]);
  });

  test('answers by telephone, and its adviser writes it down', async () => {
    const { placementId } = await invited();
    const yes = await placed(advisor, editionId, owner.firmId, { move: 'accept', revision: 1 });

    expect(yes).toMatchObject({ status: 'placed', events: [{}, { move: 'accept', by: 'provider' }] });
    expect((await mailsAboutPlacement(site, placementId)).map(({ facts }) => facts['news'])).toEqual([
      undefined,
      'placed',
    ]);
  });

  test('is asked by one of two advisers who do so at once', async () => {
    const colleague = await signedInAs(site, 'advisor', { organisation: 'fpx' });
    const both = await Promise.all([
      place(advisor, editionId, owner.firmId, invite),
      place(colleague, editionId, owner.firmId, { move: 'queue', revision: 0 }),
    ]);

    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await placementsIn(advisor, editionId)).toHaveLength(1);
  });

  test('that lets the provider in for nothing any more is in none of its groups, and is not seen there', async () => {
    await invited();
    await withdraw(owner, consent);

    expect(await placementsIn(advisor, editionId)).toEqual([]);
    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'left', reason: 'consent-withdrawn' }]);
    expect(await readEdition(advisor, editionId)).toMatchObject({ invited: 0 });
    expectProblem(await place(advisor, editionId, owner.firmId, { move: 'invite', revision: 2 }), 404, 'not-found');
  });

  test('sees the others of its group who let themselves be named, once it has its place', async () => {
    const [named, unnamed] = [await anotherFirm(), await anotherFirm()];
    await letIn(named, 'fpx', 'cohort');
    for (const [each, name] of [
      [named, 'Öppna AB'],
      [unnamed, 'Slutna AB'],
    ] as const) {
      await each.visitor.put(`/api/firms/${each.firmId}`, { name, organisationNumber: null });
      await placed(advisor, editionId, each.firmId, invite);
      await placed(advisor, editionId, each.firmId, { move: 'accept', revision: 1 });
    }
    const { placementId } = await invited();
    expect((await ownPlacements(owner)).placements[0]?.group).toBeNull();
    await answer(placementId, 'accept');

    expect((await ownPlacements(owner)).placements[0]?.group).toEqual({ size: 3, named: ['Öppna AB'] });
  });
});

describe('the waiting list', () => {
  test('has its order, tells the firm how many come before, and gives a free place to whom the adviser asks', async () => {
    const { editionId: full } = await openEdition(site, advisor, { places: 1, minimumGroup: 1 });
    const inside = await anotherFirm();
    const { placementId } = await placed(advisor, full, inside.firmId, invite);
    const waiting = [owner, await anotherFirm()];
    for (const { firmId } of waiting) {
      await placed(advisor, full, firmId, { move: 'queue', revision: 0 });
      site.clock.advance(60_000);
    }
    expect((await placementsIn(advisor, full)).map(({ firmId, status }) => [firmId, status])).toEqual([
      [inside.firmId, 'invited'],
      [waiting[0]?.firmId, 'waiting'],
      [waiting[1]?.firmId, 'waiting'],
    ]);
    expect((await ownPlacements(waiting[1] as Owner)).placements[0]?.ahead).toBe(1);
    expectProblem(await place(advisor, full, owner.firmId, { move: 'invite', revision: 1 }), 409, 'edition-full');
    await answer(placementId, 'decline', 1, inside);

    expect(await placed(advisor, full, owner.firmId, { move: 'invite', revision: 1 })).toMatchObject({
      status: 'invited',
    });
    expect((await ownPlacements(waiting[1] as Owner)).placements[0]?.ahead).toBe(0);
  });
});

describe('an invitation', () => {
  const expire = () => {
    const { pool }: PostgresDb = site.app.pg;
    const database = { pool };
    return expirePlacements({
      database,
      clock: site.clock,
      identifiers: randomIdentifiers,
      published: createPublishedContent(database),
    });
  };

  test('that is not answered in time expires once, frees its place, and the firm is told', async () => {
    const { placementId } = await placed(advisor, editionId, owner.firmId, { ...invite, answerBy: dayFrom(site, 0) });
    await expire();
    expect((await placementsIn(advisor, editionId))[0]?.status).toBe('invited');
    await site.admin.query('update placements set answer_by = $2 where placement_id = $1', [
      placementId,
      dayFrom(site, -1),
    ]);
    await Promise.all([expire(), expire()]);

    expect((await ownPlacements(owner)).placements).toMatchObject([
      { status: 'expired', events: [{ move: 'invite' }, { move: 'expire', by: 'nobody' }] },
    ]);
    expect(await readEdition(advisor, editionId)).toMatchObject({ invited: 0 });
    expect((await mailsAboutPlacement(site, placementId)).map(({ facts }) => facts['news'])).toEqual([
      undefined,
      'expired',
    ]);
    const { rows } = await site.admin.query(`select dedupe_key from outbox_mails where dedupe_key like '%@%'`);
    expect(rows).toEqual([]);
    expectProblem(await answer(placementId, 'accept', 2), 409, 'move-not-possible');
  });

  test('is taken back with an edition that is cancelled, and the firm is told', async () => {
    const { placementId } = await invited();
    const cancel = { move: 'cancel', revision: 1, reason: 'too-few-firms' };
    await advisor.visitor.post(editionAt(advisor, editionId, '/moves'), cancel);

    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'left', reason: 'edition-cancelled' }]);
    expect((await mailsAboutPlacement(site, placementId)).at(-1)?.facts['news']).toBe('edition-cancelled');
    expectProblem(
      await place(advisor, editionId, owner.firmId, { move: 'invite', revision: 2 }),
      409,
      'edition-closed',
    );
  });
});

describe('a firm that completes', () => {
  async function confirmedToday(id: string): Promise<void> {
    await site.admin.query(
      `update editions set status = 'confirmed', apply_by = $2, starts_on = $2 where edition_id = $1`,
      [id, dayFrom(site, 0)],
    );
  }

  test('ends together with the request it came from, by that one’s own moves', async () => {
    const asking = await signedInOwner(site);
    const packagePlace = site.content.catalogue.packages.findIndex(
      ({ providers }) => providers[0] === 'paper-province',
    );
    const referral = await askForContact(site, asking, packagePlace);
    const staff = await signedInAs(site, 'advisor', { organisation: referral.providerCode });
    const { editionId: own } = await openEdition(site, staff, {}, referral.packageCode);
    await placed(staff, own, asking.firmId, invite);
    const yes = await placed(staff, own, asking.firmId, { move: 'accept', revision: 1 });
    expect(yes.hasReferral).toBe(true);
    expectProblem(await place(staff, own, asking.firmId, { move: 'complete', revision: 2 }), 409, 'move-not-possible');
    await confirmedToday(own);
    const silent = await place(staff, own, asking.firmId, { move: 'complete', revision: 2 });
    expect(silent.json()).toMatchObject({ errors: [{ path: 'body/outcome', code: 'missing' }] });
    const done = { move: 'complete', revision: 2, outcome: 'reached' };
    expect(await placed(staff, own, asking.firmId, done)).toMatchObject({ status: 'completed' });

    const seen = await asking.visitor.get(`/api/responses/${asking.responseId}/referrals`);
    expect(seen.json<{ referrals: ReferralDocument[] }>().referrals).toMatchObject([
      {
        status: 'completed',
        events: [{ status: 'chosen' }, { status: 'accepted' }, { status: 'started' }, { status: 'completed' }],
      },
    ]);
    const { rows } = await site.admin.query('select outcome from referrals where referral_id = $1', [
      referral.referralId,
    ]);
    expect(rows).toEqual([{ outcome: 'reached' }]);
  });

  test('has come to it before its edition is ended, which waits for every firm', async () => {
    const { placementId } = await invited();
    await answer(placementId, 'accept');
    await confirmedToday(editionId);
    const end = () => advisor.visitor.post(editionAt(advisor, editionId, '/moves'), { move: 'complete', revision: 1 });

    expect((await end()).json()).toMatchObject({ errors: [{ path: 'body/move', code: 'firms-not-completed' }] });
    await placed(advisor, editionId, owner.firmId, { move: 'complete', revision: 2 });
    expect((await end()).json()).toMatchObject({ status: 'completed', placed: 1 });
    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'completed', group: { size: 1 } }]);
  });
});

describe('a withdrawal and a placement at the same time', () => {
  const holding = (id: string) => (holder: PoolClient) =>
    holder.query('select 1 from editions where edition_id = $1 for update', [id]);
  const withdrawal = () => owner.visitor.post(`/api/firms/${owner.firmId}/consents/${consent}/withdrawal`);

  test('end the placement where it came first, without a deadlock', async () => {
    const accept = () => place(advisor, editionId, owner.firmId, { move: 'accept', revision: 1 });
    await invited();
    const [moved, withdrawn] = await inOrder(site, holding(editionId), [accept, withdrawal]);

    expect([moved?.statusCode, withdrawn?.statusCode]).toEqual([200, 200]);
    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'left', reason: 'consent-withdrawn' }]);
  });

  test('end also a placement that was made first', async () => {
    const add = () => place(advisor, editionId, owner.firmId, invite);
    const [added, withdrawn] = await inOrder(site, holding(editionId), [add, withdrawal]);

    expect([added?.statusCode, withdrawn?.statusCode]).toEqual([200, 200]);
    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'left', reason: 'consent-withdrawn' }]);
  });

  test('place nobody where the withdrawal came first', async () => {
    const { editionId: other } = await openEdition(site, advisor, {}, 'mentor-for-owners');
    await placed(advisor, other, owner.firmId, invite);
    const add = () => place(advisor, editionId, owner.firmId, invite);
    // The withdrawal has its consent, and waits for the group that it ends a place in.
    const [withdrawn, added] = await inOrder(site, holding(other), [withdrawal, add]);

    expect([withdrawn?.statusCode, added?.statusCode]).toEqual([200, 404]);
    expect((await ownPlacements(owner)).placements.map(({ status }) => status)).toEqual(['left']);
  });

  test('leave no place where the last two consents are withdrawn at once', async () => {
    const another = await letIn(owner, 'fpx', 'cohort');
    await invited();
    const withdrawAnother = (holder: PoolClient) =>
      holder.query('update consents set withdrawn_at = now() where consent_id = $1', [another]);
    const withdrawn = await meanwhile(site, withdrawAnother, withdrawal, async () => undefined);

    expect(withdrawn.statusCode, withdrawn.body).toBe(200);
    expect((await ownPlacements(owner)).placements).toMatchObject([{ status: 'left', reason: 'consent-withdrawn' }]);
  });
});
