import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import * as contract from '#shared/contracts/reviews.ts';
import { scoreReview } from '#shared/domain/review/score-review.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { begin, beginningOf, entryBody, giveReview, judge, readReview, reviewsOf } from '../support/reviews.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let advisor: Staff;
let colleague: Staff;
let stranger: Staff;
let owner: Owner;
let consentId: string;

beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  colleague = await signedInAs(site, 'manager', { organisation: 'compare', name: 'Bo Bredvid' });
  stranger = await signedInAs(site, 'advisor', { organisation: 'fpx' });
  owner = await signedInOwner(site, { name: 'Åsa Ägare' });
  consentId = await letIn(owner, 'compare');
});
afterAll(() => site.close());

const at = (rest = '') => reviewsOf(advisor.organisationId, owner.firmId, rest);
type Reply = ReturnType<Visitor['get']>;

/** Nobody but the organisation's own people comes in, whatever they do elsewhere. */
async function refusesOthers(call: (visitor: Visitor) => Reply): Promise<void> {
  expectProblem(await call((await signedIn(site)).visitor), 404, 'not-found');
  expectProblem(await call(owner.visitor), 404, 'not-found');
  for (const role of ['analyst', 'editor', 'administrator'] as const) {
    expectProblem(await call((await signedInAs(site, role)).visitor), 404, 'not-found');
  }
  const unproved = await signedInAs(site, 'advisor', { organisation: 'compare', hasSecondFactor: false });
  expectProblem(await call(unproved.visitor), 403, 'second-factor-required');
}

/** Neither in the name of an organisation that was not let in, nor in that of one that is not one's own. */
async function hidesFrom(call: (visitor: Visitor, organisationId: string) => Reply): Promise<void> {
  expectProblem(await call(stranger.visitor, stranger.organisationId), 404, 'not-found');
  expectProblem(await call(stranger.visitor, advisor.organisationId), 404, 'not-found');
  expectProblem(await call(advisor.visitor, stranger.organisationId), 404, 'not-found');
}

describeEndpoint(contract.listReviews, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(at()), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers((visitor) => visitor.get(at())),
  'hides what belongs to another firm': () =>
    hidesFrom((visitor, organisationId) => visitor.get(reviewsOf(organisationId, owner.firmId))),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(reviewsOf(advisor.organisationId, 'x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(reviewsOf(advisor.organisationId, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const reviewId = await begin(advisor, owner);
    await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    const reply = await colleague.visitor.get(at());
    expect(reply.json()).toMatchObject({
      submissions: [
        { responseId: owner.responseId, formCode: 'snabbkoll', reviews: [{ reviewId, status: 'draft', entries: 1 }] },
      ],
    });
    // Another organisation that is let in sees none of it.
    await letIn(owner, 'fpx');
    const theirs = await stranger.visitor.get(reviewsOf(stranger.organisationId, owner.firmId));
    expect(theirs.json()).toMatchObject({ submissions: [{ reviews: [] }] });
  },
});

describeEndpoint(contract.beginReview, {
  'refuses who has no key': async () => {
    const reply = await site.newVisitor().post(beginningOf(advisor.organisationId, owner));
    expectProblem(reply, 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers((visitor) => visitor.post(beginningOf(advisor.organisationId, owner))),
  'hides what belongs to another firm': async () => {
    await hidesFrom((visitor, organisationId) => visitor.post(beginningOf(organisationId, owner)));
    // Somebody else's submission under a firm that lets one in.
    const { responseId } = await signedInOwner(site);
    const mixed = beginningOf(advisor.organisationId, { firmId: owner.firmId, responseId });
    expectProblem(await advisor.visitor.post(mixed), 404, 'not-found');
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const nothing = beginningOf(advisor.organisationId, { firmId: owner.firmId, responseId: randomUUID() });
    expectProblem(await advisor.visitor.post(nothing), 404, 'not-found');
  },
  succeeds: async () => {
    const first = await advisor.visitor.post(beginningOf(advisor.organisationId, owner));
    const second = await colleague.visitor.post(beginningOf(advisor.organisationId, owner));
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    const { reviewId } = first.json<{ reviewId: string }>();
    expect(second.json()).toEqual({ reviewId });
    expect(await eventsAbout(site, reviewId)).toContainEqual(
      expect.objectContaining({ action: 'review-moved', actorPersonId: advisor.personId }),
    );
  },
});

describeEndpoint(contract.getReview, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(at(`/${randomUUID()}`)), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const reviewId = await begin(advisor, owner);
    await refusesOthers((visitor) => visitor.get(at(`/${reviewId}`)));
  },
  'hides what belongs to another firm': async () => {
    const reviewId = await begin(advisor, owner);
    await hidesFrom((visitor, organisationId) => visitor.get(reviewsOf(organisationId, owner.firmId, `/${reviewId}`)));
    await letIn(owner, 'fpx');
    const letInToo = reviewsOf(stranger.organisationId, owner.firmId, `/${reviewId}`);
    expectProblem(await stranger.visitor.get(letInToo), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(at('/x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(at(`/${randomUUID()}`)), 404, 'not-found');
  },
  succeeds: async () => {
    const reviewId = await begin(advisor, owner);
    await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    const review = await readReview(colleague, owner, reviewId);
    expect(review).toMatchObject({
      status: 'draft',
      responseId: owner.responseId,
      answers: { 'D1.1': { value: { state: 'level', level: 1 } } },
      reviewed: null,
      entries: [{ code: 'D1.1', judgement: { state: 'level', level: 3 }, judgedBy: 'Rut Råd', isOwn: false }],
      events: [{ deed: 'begin' }, { deed: 'judge', code: 'D1.1', personName: 'Rut Råd', side: 'provider' }],
    });
    expect(review.reviewable[0]).toMatchObject({ dimension: 'D1' });
    // Beginning and reading are looks that the firm sees; what is written down in between is not.
    const { looks } = await readAccess(owner.visitor, owner.firmId);
    expect(looks.map(({ what, personName }) => [what, personName])).toEqual([
      ['result', 'Bo Bredvid'],
      ['result', 'Rut Råd'],
    ]);
  },
});

const entryAt = (reviewId: string, code = 'D1.1') => at(`/${reviewId}/entries/${code}`);

describeEndpoint(contract.saveReviewEntry, {
  'refuses who has no key': async () => {
    const reply = await site.newVisitor().put(entryAt(randomUUID()), entryBody({ level: 2 }));
    expectProblem(reply, 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const reviewId = await begin(advisor, owner);
    await refusesOthers((visitor) => visitor.put(entryAt(reviewId), entryBody({ level: 2 })));
  },
  'hides what belongs to another firm': async () => {
    const reviewId = await begin(advisor, owner);
    await hidesFrom((visitor, organisationId) =>
      visitor.put(reviewsOf(organisationId, owner.firmId, `/${reviewId}/entries/D1.1`), entryBody({ level: 2 })),
    );
    expect((await readReview(advisor, owner, reviewId)).entries).toEqual([]);
  },
  'refuses an invalid request': async () => {
    const reviewId = await begin(advisor, owner);
    const put = (body: object, code = 'D1.1') => advisor.visitor.put(entryAt(reviewId, code), body);
    const good = entryBody({ level: 2 });
    for (const body of [
      {},
      { ...good, judgement: { state: 'level', level: 5 } },
      { ...good, judgement: { state: 'dont-know' } },
      { ...good, evidence: ['heard'] },
      { ...good, reason: 'x'.repeat(1001) },
      { ...good, baseRevision: -1 },
    ]) {
      expectProblem(await put(body), 422, 'invalid-request');
    }
    // Context questions give no level, and D1.99 is asked of nobody.
    for (const code of ['IB.administration', 'D1.99']) expectProblem(await put(good, code), 422, 'invalid-request');
    await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    const whole = await put(good, 'D1');
    expectProblem(whole, 422, 'invalid-request');
    expect(whole.json()).toMatchObject({ errors: [{ path: 'params/subject', code: 'items-gone-through' }] });
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.put(entryAt(randomUUID()), entryBody({ level: 2 })), 404, 'not-found');
  },
  succeeds: async () => {
    const reviewId = await begin(advisor, owner);
    const first = await judge(advisor, owner, reviewId, 'D1.1', { level: 3, evidence: ['observed', 'document'] });
    expect(first).toMatchObject({
      entry: { code: 'D1.1', evidence: ['observed', 'document'], revision: 2, isOwn: true },
      revision: 2,
    });
    // Sent again after a reply that never came.
    const again = await judge(advisor, owner, reviewId, 'D1.1', { level: 3, evidence: ['observed', 'document'] });
    expect(again).toEqual(first);
    await judge(advisor, owner, reviewId, 'D2', { level: 2 });
    await judge(advisor, owner, reviewId, 'D1.2', { level: null });
    const taken = await advisor.visitor.put(entryAt(reviewId), {
      baseRevision: 2,
      judgement: null,
      reason: '',
      evidence: [],
    });
    expect(taken.json()).toEqual({ entry: null, revision: 5 });
    expect((await readReview(advisor, owner, reviewId)).entries.map(({ code }) => code)).toEqual(['D1.2', 'D2']);
  },
});

const movesAt = (reviewId: string) => at(`/${reviewId}/moves`);
const revisionOf = async (reviewId: string) => (await readReview(advisor, owner, reviewId)).revision;

async function mailsOf(reviewId: string): Promise<{ recipient: string | null; facts: Record<string, string> }[]> {
  const { rows } = await site.admin.query(
    `select recipient, language, facts from outbox_mails where kind = 'review-given' and dedupe_key like $1`,
    [`review-given:${reviewId}:%`],
  );
  return rows;
}

describeEndpoint(contract.moveReview, {
  'refuses who has no key': async () => {
    const reply = await site.newVisitor().post(movesAt(randomUUID()), { move: 'give', revision: 1 });
    expectProblem(reply, 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const reviewId = await begin(advisor, owner);
    await refusesOthers((visitor) => visitor.post(movesAt(reviewId), { move: 'take-back', revision: 1 }));
  },
  'hides what belongs to another firm': async () => {
    const reviewId = await begin(advisor, owner);
    await hidesFrom((visitor, organisationId) =>
      visitor.post(reviewsOf(organisationId, owner.firmId, `/${reviewId}/moves`), { move: 'take-back', revision: 1 }),
    );
  },
  'refuses an invalid request': async () => {
    const reviewId = await begin(advisor, owner);
    const post = (body: object) => advisor.visitor.post(movesAt(reviewId), body);
    for (const body of [{}, { move: 'answer', revision: 1 }, { move: 'give', revision: 0 }]) {
      expectProblem(await post(body), 422, 'invalid-request');
    }
    expectProblem(await post({ move: 'give', revision: 1 }), 422, 'review-incomplete');
    const { revision } = await judge(advisor, owner, reviewId, 'D1.1', { level: 3, reason: '' });
    const unfounded = await post({ move: 'give', revision });
    expectProblem(unfounded, 422, 'review-incomplete');
    expect(unfounded.json()).toMatchObject({ errors: [{ path: 'entries/D1.1', code: 'reason-missing' }] });
  },
  'does not find what is not there': async () => {
    const reply = await advisor.visitor.post(movesAt(randomUUID()), { move: 'close', revision: 1 });
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const reviewId = await giveReview(advisor, owner);
    const given = await readReview(advisor, owner, reviewId);
    expect(given).toMatchObject({ status: 'given', reviewed: { dimensions: ['D1'] } });
    expect(given.reviewed?.scoreProfile.rulesVersion).toBe(given.selfRated.rulesVersion);
    expect(await mailsOf(reviewId)).toMatchObject([
      { recipient: owner.email, language: 'sv', facts: { organisationSv: 'Compare', responseId: owner.responseId } },
    ]);
    const closed = await advisor.visitor.post(movesAt(reviewId), { move: 'close', revision: given.revision });
    expect(closed.json()).toMatchObject({ status: 'closed', reviewed: given.reviewed });
    expect((await eventsAbout(site, reviewId)).map(({ action }) => action)).toEqual(
      ['begin', 'give', 'close'].map(() => 'review-moved'),
    );
  },
});

const resultOf = async ({ visitor, responseId }: Owner) =>
  (await visitor.get(`/api/responses/${responseId}/result`)).json<ResultDocument>();

describe('a review that was given', () => {
  test('is not told to whoever is locked out', async () => {
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [owner.personId]);
    expect(await mailsOf(await giveReview(advisor, owner))).toEqual([]);
  });

  test('stands beside the self-rated levels, which stay as they were', async () => {
    const before = await resultOf(owner);
    expect(before.reviews).toEqual([]);
    const reviewId = await giveReview(advisor, owner);
    const after = await resultOf(owner);
    expect(after.scoreProfile).toEqual(before.scoreProfile);
    expect(after.reviews).toMatchObject([
      {
        reviewId,
        organisationName: { sv: 'Compare' },
        dimensions: ['D1'],
        judgements: [{ code: 'D1.1', judgement: { state: 'level', level: 3 } }],
      },
    ]);
    const shared = await advisor.visitor.get(
      `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`,
    );
    expect(shared.json<{ newest: ResultDocument }>().newest).toMatchObject({
      scoreProfile: before.scoreProfile,
      reviews: [{ reviewId }],
    });
  });

  test('can be computed again to the same numbers from what is stored beside it', async () => {
    const review = await readReview(advisor, owner, await giveReview(advisor, owner));
    const { rows } = await site.admin.query(
      `select v.definition -> 'structure' as structure from instrument_versions v where v.instrument_version_id = $1`,
      [review.instrumentVersionId],
    );
    const { formCode, profile, answers, entries } = review;
    const again = scoreReview({ structure: rows[0].structure, formCode, profile, answers }, entries);
    expect(again).toEqual(review.reviewed?.scoreProfile);
  });

  test('leaves out drafts, and another organisation sees only its own', async () => {
    await begin(advisor, owner);
    expect((await resultOf(owner)).reviews).toEqual([]);
    await letIn(owner, 'fpx');
    await giveReview(stranger, owner);
    const shared = await advisor.visitor.get(
      `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`,
    );
    expect(shared.json<{ newest: ResultDocument }>().newest.reviews).toEqual([]);
    expect((await resultOf(owner)).reviews).toHaveLength(1);
  });

  test('is never taken back or changed; one taken back is emptied, and another can begin', async () => {
    const reviewId = await giveReview(advisor, owner);
    const revision = await revisionOf(reviewId);
    const back = await advisor.visitor.post(movesAt(reviewId), { move: 'take-back', revision });
    expectProblem(back, 409, 'move-not-possible');
    const change = await advisor.visitor.put(entryAt(reviewId), entryBody({ level: 0, baseRevision: 2 }));
    expectProblem(change, 409, 'review-not-open');
    await advisor.visitor.post(movesAt(reviewId), { move: 'close', revision });
    const second = await begin(advisor, owner);
    const { revision: seen } = await judge(advisor, owner, second, 'D1.1', { level: 2 });
    const taken = await advisor.visitor.post(movesAt(second), { move: 'take-back', revision: seen });
    expect(taken.json()).toMatchObject({ status: 'taken-back', entries: [], reviewed: null });
    expect(await begin(advisor, owner)).not.toBe(second);
  });
});

test('stands in the queue beside the levels, for the organisation that made it', async () => {
  const firmIn = async ({ visitor }: Staff) => {
    const { rows } = (await visitor.get('/api/advisor/queue?view=all')).json<{ rows: QueueRow[] }>();
    return rows.find(({ firmId }) => firmId === owner.firmId)?.facts;
  };
  await letIn(owner, 'fpx');
  const before = await firmIn(advisor);
  expect(before).toMatchObject({ review: null });
  await giveReview(advisor, owner);
  // D1.1 at 3 and D1.2 at 1: the digital part is the one dimension with a level, at 2.
  expect(await firmIn(advisor)).toEqual({
    ...before,
    review: { status: 'given', digitalLevel: 2, processLevel: null, coverage: { judged: 1, total: 42 } },
  });
  expect(await firmIn(stranger)).toMatchObject({ review: null });
});

describe('two advisers at once', () => {
  test('work on different questions side by side', async () => {
    const reviewId = await begin(advisor, owner);
    await Promise.all([
      judge(advisor, owner, reviewId, 'D1.1', { level: 3 }),
      judge(colleague, owner, reviewId, 'D1.2', { level: 2 }),
    ]);
    expect((await readReview(advisor, owner, reviewId)).entries.map(({ code }) => code)).toEqual(['D1.1', 'D1.2']);
  });

  test('on the same question: one is kept, and the other is told what it is', async () => {
    const reviewId = await begin(advisor, owner);
    const replies = await Promise.all([
      advisor.visitor.put(entryAt(reviewId), entryBody({ level: 3 })),
      colleague.visitor.put(entryAt(reviewId), entryBody({ level: 2 })),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const kept = replies.find(({ statusCode }) => statusCode === 200)?.json<{ entry: object }>();
    const refused = replies.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({ code: 'review-conflict', entry: { ...kept?.entry, isOwn: false } });
  });

  test('nobody gives what a colleague has changed since it was seen', async () => {
    const reviewId = await begin(advisor, owner);
    const { revision } = await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    await judge(colleague, owner, reviewId, 'D1.2', { level: 4 });
    const reply = await advisor.visitor.post(movesAt(reviewId), { move: 'give', revision });
    expectProblem(reply, 409, 'changed-meanwhile');
    expect(await mailsOf(reviewId)).toEqual([]);
  });

  test('giving at once gives once, with one mail', async () => {
    const reviewId = await begin(advisor, owner);
    const { revision } = await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    const replies = await Promise.all(
      [advisor, colleague].map(({ visitor }) => visitor.post(movesAt(reviewId), { move: 'give', revision })),
    );
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await mailsOf(reviewId)).toHaveLength(1);
  });
});

describe('a consent that is withdrawn', () => {
  test('closes the review for the organisation, and the firm keeps what it was given', async () => {
    const reviewId = await giveReview(advisor, owner);
    await withdraw(owner, consentId);
    expectProblem(await advisor.visitor.get(at(`/${reviewId}`)), 404, 'not-found');
    expectProblem(await advisor.visitor.post(movesAt(reviewId), { move: 'close', revision: 4 }), 404, 'not-found');
    expect((await resultOf(owner)).reviews).toMatchObject([{ reviewId, status: 'closed' }]);
  });

  test('empties a draft, which the firm was never given', async () => {
    const reviewId = await begin(advisor, owner);
    await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
    await withdraw(owner, consentId);
    expectProblem(await advisor.visitor.put(entryAt(reviewId), entryBody({ level: 2 })), 404, 'not-found');
    const { rows } = await site.admin.query(
      `select status, (select count(*)::integer from review_items i where i.review_id = r.review_id) as items
       from reviews r where review_id = $1`,
      [reviewId],
    );
    expect(rows).toEqual([{ status: 'taken-back', items: 0 }]);
    await letIn(owner, 'compare');
    expect(await begin(advisor, owner)).not.toBe(reviewId);
  });
});
