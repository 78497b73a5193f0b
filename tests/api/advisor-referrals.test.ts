import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '#shared/contracts/advisor-referrals.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { readAccess, startFirmsApp } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact, assignmentsOf, move, movesOf, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let provider: string;
let otherProvider: string;
let advisor: Staff;
let stranger: Staff;
let owner: Owner;
let asked: ReferralDocument;

beforeAll(async () => {
  site = await startFirmsApp();
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
  otherProvider = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: provider, name: 'Rut Råd' });
  stranger = await signedInAs(site, 'advisor', { organisation: otherProvider });
  owner = await signedInOwner(site);
  asked = await askForContact(site, owner);
});
afterAll(() => site.close());

/** What the firm sees of its request. */
async function firmsView(): Promise<ReferralDocument | undefined> {
  const reply = await owner.visitor.get(`/api/responses/${owner.responseId}/referrals`);
  return reply
    .json<{ referrals: ReferralDocument[] }>()
    .referrals.find(({ referralId }) => referralId === asked.referralId);
}

const seen = (revision = 1) => [{ referralId: asked.referralId, revision }];
const accept = (revision = 1) => ({ referrals: seen(revision), move: 'accept' });

async function mailsAbout(
  kind: string,
): Promise<{ recipient: string; language: string; facts: Record<string, string> }[]> {
  const { rows } = await site.admin.query(
    `select recipient, language, facts from outbox_mails where kind = $1 and dedupe_key like $2 order by created_at`,
    [kind, `%${asked.referralId}%`],
  );
  return rows;
}

const elsewhere = ['respondent', 'analyst', 'editor', 'administrator'] as const;

async function refusesOthers(
  post: (staff: Pick<Staff, 'visitor'>) => ReturnType<Staff['visitor']['post']>,
): Promise<void> {
  expectProblem(await post({ visitor: site.newVisitor() }), 401, 'sign-in-required');
  expectProblem(await post(await signedIn(site)), 404, 'not-found');
  expectProblem(await post(owner), 404, 'not-found');
  for (const role of elsewhere) {
    if (role !== 'respondent') expectProblem(await post(await signedInAs(site, role)), 404, 'not-found');
  }
  const unproved = await signedInAs(site, 'advisor', { organisation: provider, hasSecondFactor: false });
  expectProblem(await post(unproved), 403, 'second-factor-required');
}

const refused = (code: string) => ({ outcome: 'refused', referralId: asked.referralId, code });

describeEndpoint(contract.moveReferrals, {
  'refuses who has no key': async () => {
    const reply = await site.newVisitor().post(movesOf(advisor.organisationId), accept());
    expectProblem(reply, 401, 'sign-in-required');
  },
  'refuses the wrong role': () =>
    refusesOthers(({ visitor }) => visitor.post(movesOf(advisor.organisationId), accept())),
  'hides what belongs to another firm': async () => {
    expect(await move(stranger, asked.referralId, 1, { move: 'accept' })).toEqual(refused('not-found'));
    for (const [staff, other] of [
      [stranger, advisor],
      [advisor, stranger],
    ] as const) {
      expectProblem(await staff.visitor.post(movesOf(other.organisationId), accept()), 404, 'not-found');
    }
    expect((await firmsView())?.status).toBe('chosen');
  },
  'refuses an invalid request': async () => {
    const post = (body: object) => advisor.visitor.post(movesOf(advisor.organisationId), body);
    for (const body of [{}, { ...accept(), move: 'withdraw' }, { ...accept(), referrals: [] }, { ...accept(0) }]) {
      expectProblem(await post(body), 422, 'invalid-request');
    }
    const without = await post({ referrals: seen(), move: 'decline' });
    expectProblem(without, 422, 'invalid-request');
    expect(without.json()).toMatchObject({ errors: [{ path: 'body/reason', code: 'missing' }] });
    expect((await firmsView())?.status).toBe('chosen');
  },
  'does not find what is not there': async () => {
    const referralId = randomUUID();
    expect(await move(advisor, referralId, 1, { move: 'accept' })).toEqual({ ...refused('not-found'), referralId });
  },
  succeeds: async () => {
    expect(await move(advisor, asked.referralId, 1, { move: 'accept', note: 'Vi ringer i morgon.' })).toEqual({
      outcome: 'done',
      referralId: asked.referralId,
      status: 'accepted',
      revision: 2,
    });
    expect(await firmsView()).toMatchObject({
      status: 'accepted',
      events: [{ status: 'chosen' }, { status: 'accepted' }],
    });
    expect(await mailsAbout('referral-moved')).toMatchObject([
      { recipient: 'asa@smeden.example', language: 'sv', facts: { move: 'accept', note: 'Vi ringer i morgon.' } },
    ]);
    expect(await eventsAbout(site, asked.referralId)).toContainEqual(
      expect.objectContaining({ action: 'referral-moved', actorPersonId: advisor.personId }),
    );
    const { looks } = await readAccess(owner.visitor, owner.firmId);
    expect(looks).toMatchObject([{ what: 'contact', personName: 'Rut Råd' }]);
  },
});

describeEndpoint(contract.assignReferrals, {
  'refuses who has no key': async () => {
    const body = { referrals: seen(), personId: null };
    expectProblem(await site.newVisitor().post(assignmentsOf(advisor.organisationId), body), 401, 'sign-in-required');
  },
  'refuses the wrong role': () =>
    refusesOthers(({ visitor }) =>
      visitor.post(assignmentsOf(advisor.organisationId), { referrals: seen(), personId: null }),
    ),
  'hides what belongs to another firm': async () => {
    const reply = await stranger.visitor.post(assignmentsOf(stranger.organisationId), {
      referrals: seen(),
      personId: stranger.personId,
    });
    expect(reply.json()).toEqual({ results: [refused('not-found')] });
  },
  'refuses an invalid request': async () => {
    const post = (body: object) => advisor.visitor.post(assignmentsOf(advisor.organisationId), body);
    expectProblem(await post({ referrals: seen() }), 422, 'invalid-request');
    // Somebody there is, but of another provider.
    const reply = await post({ referrals: seen(), personId: stranger.personId });
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/personId', code: 'not-an-advisor-here' }] });
  },
  'does not find what is not there': async () => {
    const referralId = randomUUID();
    const reply = await advisor.visitor.post(assignmentsOf(advisor.organisationId), {
      referrals: [{ referralId, revision: 1 }],
      personId: null,
    });
    expect(reply.json()).toEqual({ results: [{ ...refused('not-found'), referralId }] });
  },
  succeeds: async () => {
    const colleague = await signedInAs(site, 'manager', { organisation: provider, name: 'Per Holm' });
    const give = (personId: string | null, revision: number) =>
      advisor.visitor.post(assignmentsOf(advisor.organisationId), { referrals: seen(revision), personId });
    const mine = async ({ visitor }: Staff) =>
      (await queueOf({ visitor }, '?assigned=me')).map(({ referral }) => referral?.referralId);

    expect((await give(colleague.personId, 1)).json()).toMatchObject({ results: [{ outcome: 'done', revision: 2 }] });
    expect(await mine(colleague)).toEqual([asked.referralId]);
    expect(await mine(advisor)).toEqual([]);
    const row = (await queueOf(advisor)).find(({ referral }) => referral?.referralId === asked.referralId);
    expect(row?.referral?.assignedTo).toEqual({ personId: colleague.personId, name: 'Per Holm' });
    expect((await give(null, 2)).json()).toMatchObject({ results: [{ outcome: 'done', revision: 3 }] });
    expect(await mine(colleague)).toEqual([]);
    // The firm is not written to about who at the provider takes it.
    expect(await mailsAbout('referral-moved')).toEqual([]);
  },
});

const advisorsOf = (organisationId: string) => `/api/advisor/organisations/${organisationId}/advisors`;

describeEndpoint(contract.listAdvisors, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(advisorsOf(advisor.organisationId)), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers(({ visitor }) => visitor.get(advisorsOf(advisor.organisationId))),
  'hides what belongs to another firm': async () => {
    expectProblem(await stranger.visitor.get(advisorsOf(advisor.organisationId)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(advisorsOf('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(advisorsOf(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const reply = await advisor.visitor.get(advisorsOf(advisor.organisationId));
    const names = reply.json<{ advisors: { personId: string; name: string }[] }>().advisors;
    expect(names).toContainEqual({ personId: advisor.personId, name: 'Rut Råd' });
    expect(names.map(({ personId }) => personId)).not.toContain(stranger.personId);
  },
});

describe('a referral', () => {
  test('is walked to its end by its provider, and tells the firm at each step', async () => {
    await move(advisor, asked.referralId, 1, { move: 'accept' });
    await move(advisor, asked.referralId, 2, { move: 'start' });
    const done = await move(advisor, asked.referralId, 3, { move: 'complete', outcome: 'partly-reached' });

    expect(done).toMatchObject({ outcome: 'done', status: 'completed', revision: 4 });
    expect((await firmsView())?.events.map(({ status }) => status)).toEqual([
      'chosen',
      'accepted',
      'started',
      'completed',
    ]);
    expect((await mailsAbout('referral-moved')).map(({ facts }) => facts['move'])).toEqual([
      'accept',
      'start',
      'complete',
    ]);
  });

  test('cannot be moved from where the move does not begin, nor once it has ended', async () => {
    expect(await move(advisor, asked.referralId, 1, { move: 'start' })).toEqual(refused('not-possible-now'));
    await move(advisor, asked.referralId, 1, { move: 'decline', reason: 'no-capacity' });
    expect(await move(advisor, asked.referralId, 2, { move: 'accept' })).toEqual(refused('not-possible-now'));
  });

  test('is not moved by somebody who saw it before a colleague changed it', async () => {
    await move(advisor, asked.referralId, 1, { move: 'accept' });
    const late = await move(advisor, asked.referralId, 1, { move: 'decline', reason: 'no-capacity' });

    expect(late).toEqual(refused('changed-meanwhile'));
    expect((await firmsView())?.status).toBe('accepted');
  });

  test('that two move at once is moved by one of them', async () => {
    const colleague = await signedInAs(site, 'advisor', { organisation: provider });
    const both = await Promise.all([
      move(advisor, asked.referralId, 1, { move: 'accept' }),
      move(colleague, asked.referralId, 1, { move: 'decline', reason: 'no-capacity' }),
    ]);

    expect(both.map((each) => each?.outcome).sort()).toEqual(['done', 'refused']);
    expect((await firmsView())?.events).toHaveLength(2);
  });

  test('that the firm has withdrawn is out of the provider’s reach', async () => {
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${asked.referralId}/withdrawal`);

    expect(await move(advisor, asked.referralId, 2, { move: 'accept' })).toEqual(refused('not-found'));
  });

  test('that has ended stays what it came to when the consent is withdrawn, and is read by nobody else', async () => {
    await move(advisor, asked.referralId, 1, { move: 'decline', reason: 'other', note: 'Vi har fullt till hösten.' });
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${asked.referralId}/withdrawal`);

    expect(await firmsView()).toMatchObject({ status: 'declined', consentWithdrawnAt: expect.any(String) });
    expect((await queueOf(advisor, '?view=all')).map(({ firmId }) => firmId)).not.toContain(owner.firmId);
  });

  test('may be asked for again once it was declined, and not while it goes on', async () => {
    const again = () => askForContact(site, owner);
    expect((await again()).referralId).toBe(asked.referralId);
    await move(advisor, asked.referralId, 1, { move: 'decline', reason: 'no-capacity' });
    expect((await again()).referralId).not.toBe(asked.referralId);
  });

  test('is handed over to another provider that there is, never to one’s own', async () => {
    const saying = { move: 'hand-over', reason: 'closer-provider' };
    expect(await move(advisor, asked.referralId, 1, { ...saying, receiver: provider })).toEqual(
      refused('not-possible-now'),
    );
    expect(await move(advisor, asked.referralId, 1, { ...saying, receiver: otherProvider })).toMatchObject({
      status: 'handed-over',
    });
    // Nothing is passed on before the firm says so.
    expect((await queueOf(stranger, '?view=all')).map(({ firmId }) => firmId)).not.toContain(owner.firmId);

    expect(await firmsView()).toMatchObject({ status: 'handed-over', handedOverTo: { code: otherProvider } });
    const onwards = await askForContact(site, owner);
    expect(onwards).toMatchObject({ providerCode: otherProvider, status: 'chosen' });
    expect((await queueOf(stranger)).map(({ referral }) => referral?.referralId)).toContain(onwards.referralId);
    const { rows } = await site.admin.query('select from_referral_id as id from referrals where referral_id = $1', [
      onwards.referralId,
    ]);
    expect(rows).toEqual([{ id: asked.referralId }]);
  });

  test('is done in bulk, and what cannot be done holds up nothing else', async () => {
    const second = await askForContact(site, await signedInOwner(site));
    const reply = await advisor.visitor.post(movesOf(advisor.organisationId), {
      referrals: [
        { referralId: randomUUID(), revision: 1 },
        ...seen(7),
        { referralId: second.referralId, revision: 1 },
      ],
      move: 'accept',
    });

    expect(reply.json()).toMatchObject({
      results: [
        { outcome: 'refused', code: 'not-found' },
        { outcome: 'refused', code: 'changed-meanwhile' },
        { outcome: 'done', referralId: second.referralId },
      ],
    });
  });
});
