import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonalData } from '#server/features/account/get-personal-data.ts';
import * as contract from '#shared/contracts/reviews.ts';
import { start } from '../support/answering.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, startFirmsApp, withdraw } from '../support/firms.ts';
import type { Owner, Signed, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { begin, giveReview, ownReviewOf, readOwnReview, readReview } from '../support/reviews.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let advisor: Staff;
let owner: Owner;
let other: Owner;
let respondent: Signed;
let consentId: string;
let reviewId: string;

beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  owner = await signedInOwner(site, { name: 'Åsa Ägare' });
  other = await signedInOwner(site);
  respondent = await signedInMember(site, owner.firmId, 'respondent');
  consentId = await letIn(owner, 'compare');
  reviewId = await giveReview(advisor, owner);
});
afterAll(() => site.close());

type Reply = ReturnType<Visitor['get']>;
const at = (rest = '') => ownReviewOf(owner.responseId, reviewId, rest);
const agrees = { baseRevision: 0, reply: { view: 'agrees', words: '' } };
const differs = { baseRevision: 0, reply: { view: 'differs', words: 'Vi mäter det sedan i maj.' } };

/** Everybody who is not of the firm, the adviser who gave the review included. */
async function hidesFrom(call: (visitor: Visitor) => Reply): Promise<void> {
  const keyHolder = site.newVisitor();
  await start(keyHolder);
  for (const visitor of [keyHolder, other.visitor, advisor.visitor, (await signedIn(site)).visitor]) {
    expectProblem(await call(visitor), 404, 'not-found');
  }
}

describeEndpoint(contract.getOwnReview, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(at()), 404, 'not-found');
  },
  // Whoever answered something else in the firm has no part in this response.
  'refuses the wrong role': async () => {
    expectProblem(await respondent.visitor.get(at()), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    await hidesFrom((visitor) => visitor.get(at()));
    expectProblem(await other.visitor.get(ownReviewOf(other.responseId, reviewId)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.get(ownReviewOf(owner.responseId, 'x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(ownReviewOf(owner.responseId, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    expect(await readOwnReview(owner, reviewId)).toMatchObject({
      status: 'given',
      mayReply: true,
      organisationName: { sv: 'Compare' },
      entries: [{ code: 'D1.1', reason: 'Vi såg det i verkstaden.', judgedBy: 'Rut Råd' }],
      events: [{ deed: 'begin' }, { deed: 'judge', personName: 'Rut Råd' }, { deed: 'give', personName: 'Rut Råd' }],
    });
    await letIn(other, 'compare');
    const draft = await begin(advisor, other);
    expectProblem(await other.visitor.get(ownReviewOf(other.responseId, draft)), 404, 'not-found');
  },
});

const replyAt = (code = 'D1.1') => at(`/replies/${code}`);

describeEndpoint(contract.saveReviewReply, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().put(replyAt(), agrees), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    // Who answered may read the review of their own answers, and the owners reply.
    await site.admin.query('update responses set person_id = $2 where response_id = $1', [
      owner.responseId,
      respondent.personId,
    ]);
    expect(await readOwnReview({ ...owner, visitor: respondent.visitor }, reviewId)).toMatchObject({ mayReply: false });
    expectProblem(await respondent.visitor.put(replyAt(), agrees), 404, 'not-found');
  },
  'hides what belongs to another firm': () => hidesFrom((visitor) => visitor.put(replyAt(), agrees)),
  'refuses an invalid request': async () => {
    const put = (reply: object) => owner.visitor.put(replyAt(), { baseRevision: 0, reply });
    for (const reply of [{}, { view: 'differs', words: ' ' }, { view: 'maybe', words: '' }]) {
      expectProblem(await put(reply), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    // D1.2 was not reviewed, and so there is nothing to reply to.
    expectProblem(await owner.visitor.put(replyAt('D1.2'), agrees), 404, 'not-found');
    const nothing = ownReviewOf(owner.responseId, randomUUID(), '/replies/D1.1');
    expectProblem(await owner.visitor.put(nothing, agrees), 404, 'not-found');
  },
  succeeds: async () => {
    const first = await owner.visitor.put(replyAt(), differs);
    expect(first.json()).toMatchObject({ reply: { reply: differs.reply, revision: 1, repliedBy: 'Åsa Ägare' } });
    expect((await owner.visitor.put(replyAt(), differs)).json()).toEqual(first.json());
    const second = await owner.visitor.put(replyAt(), { ...agrees, baseRevision: 1 });
    expect(second.json()).toMatchObject({ reply: { reply: agrees.reply, revision: 2 } });
    // Until the firm has answered it is its own.
    expect((await readReview(advisor, owner, reviewId)).replies).toEqual([]);
  },
});

describeEndpoint(contract.answerReview, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().post(at('/answer')), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    expectProblem(await respondent.visitor.post(at('/answer')), 404, 'not-found');
  },
  'hides what belongs to another firm': () => hidesFrom((visitor) => visitor.post(at('/answer'))),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const nothing = ownReviewOf(owner.responseId, randomUUID(), '/answer');
    expectProblem(await owner.visitor.post(nothing), 404, 'not-found');
  },
  succeeds: async () => {
    const early = await owner.visitor.post(at('/answer'));
    expectProblem(early, 422, 'review-incomplete');
    expect(early.json()).toMatchObject({ errors: [{ path: 'replies/D1.1', code: 'reply-missing' }] });
    await owner.visitor.put(replyAt(), differs);
    const answered = await owner.visitor.post(at('/answer'));
    expect(answered.json()).toMatchObject({ status: 'answered', mayReply: false });
    const seen = await readReview(advisor, owner, reviewId);
    // The adviser reads the words, and never who in the firm wrote them.
    expect(seen).toMatchObject({
      status: 'answered',
      replies: [{ code: 'D1.1', reply: differs.reply, repliedBy: null }],
    });
    expect(JSON.stringify(seen)).not.toContain('Åsa Ägare');
    expect((await readOwnReview(owner, reviewId)).events.at(-1)).toMatchObject({
      deed: 'answer',
      side: 'firm',
      personName: 'Åsa Ägare',
    });
  },
});

describe('the reply of a firm', () => {
  test('stands once it has answered', async () => {
    await owner.visitor.put(replyAt(), differs);
    await owner.visitor.post(at('/answer'));
    expectProblem(await owner.visitor.put(replyAt(), { ...agrees, baseRevision: 1 }), 409, 'review-not-open');
    expectProblem(await owner.visitor.post(at('/answer')), 409, 'review-not-open');
  });

  test('by two owners at once: one is kept, and the other is told what it is', async () => {
    const second = await signedInMember(site, owner.firmId, 'owner');
    const replies = await Promise.all([owner.visitor.put(replyAt(), differs), second.visitor.put(replyAt(), agrees)]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = replies.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({ code: 'review-conflict', reply: { code: 'D1.1', revision: 1 } });
  });

  test('is no longer taken when the consent is withdrawn', async () => {
    await withdraw(owner, consentId);
    expect(await readOwnReview(owner, reviewId)).toMatchObject({ status: 'closed', mayReply: false });
    expectProblem(await owner.visitor.put(replyAt(), agrees), 409, 'review-not-open');
  });

  test('is in what its writer can take out of their own', async () => {
    await owner.visitor.put(replyAt(), differs);
    const data = (await owner.visitor.get('/api/account/data')).json<PersonalData>();
    expect(data.firms).toMatchObject([{ replies: [{ code: 'D1.1', view: 'differs', words: differs.reply.words }] }]);
  });
});
