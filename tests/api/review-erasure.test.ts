import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCoordinationApp } from '../support/coordination.ts';
import { asked, askedForFirm, erased, tracesIn } from '../support/erasure.ts';
import { letIn } from '../support/firms.ts';
import { addMembership, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { giveReview, ownReviewOf, readOwnReview } from '../support/reviews.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

/** A review that was given and replied to, with words that occur nowhere else. */
async function repliedReview() {
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Rådhammar' });
  const owner = await signedInOwner(site, { name: 'Eva Lindhammar' });
  await letIn(owner, 'compare');
  const reviewId = await giveReview(advisor, owner);
  const reply = { view: 'differs', words: 'Vi i Lindhammar mäter det.' };
  await owner.visitor.put(ownReviewOf(owner.responseId, reviewId, '/replies/D1.1'), { baseRevision: 0, reply });
  await owner.visitor.post(ownReviewOf(owner.responseId, reviewId, '/answer'));
  return { advisor, owner, reviewId };
}

const rowsOf = async (sql: string, reviewId: string) => (await site.admin.query(sql, [reviewId])).rows;

test('with the firm go its reviews, the replies, the trace and what was in the mails that told of them', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const { owner, reviewId } = await repliedReview();
  await erased(site, administrator, await askedForFirm(owner));
  expect(await tracesIn(site, 'Lindhammar')).toEqual(['people']);
  // What is left: that something was done, and that a mail was sent.
  expect(await tracesIn(site, reviewId)).toEqual(['audit_events', 'outbox_mails']);
  const mails = `select recipient, facts from outbox_mails where dedupe_key like 'review-given:' || $1::text || ':%'`;
  expect(await rowsOf(mails, reviewId)).toEqual([{ recipient: null, facts: {} }]);
});

test('of a firm erased in part the reviewed levels stay, without words and names', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const { owner, reviewId } = await repliedReview();
  await erased(site, administrator, await askedForFirm(owner), 'partly-granted');
  expect(await tracesIn(site, 'Lindhammar mäter', 'Vi såg det i verkstaden.')).toEqual([]);
  expect(await rowsOf('select status, dimensions from reviews where review_id = $1', reviewId)).toEqual([
    { status: 'closed', dimensions: ['D1'] },
  ]);
  const items = 'select code, level, reason, evidence, judged_by from review_items where review_id = $1';
  expect(await rowsOf(items, reviewId)).toEqual([
    { code: 'D1.1', level: 3, reason: '', evidence: [], judged_by: null },
  ]);
  const named = `select 1 from review_events where review_id = $1 and (person_id is not null or member_id is not null)`;
  expect(await rowsOf(named, reviewId)).toEqual([]);
});

test('an adviser whose account is erased is nobody in what was reviewed, and the review stays', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const { advisor, owner, reviewId } = await repliedReview();
  await erased(site, administrator, await asked(advisor));
  expect(await readOwnReview(owner, reviewId)).toMatchObject({
    status: 'answered',
    entries: [{ code: 'D1.1', judgedBy: null }],
    events: [{ deed: 'begin', personName: null }, {}, {}, {}, { deed: 'answer', personName: 'Eva Lindhammar' }],
  });
});

test('an owner whose account is erased is nobody in what was replied', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const { owner, reviewId } = await repliedReview();
  const heir = await signedIn(site);
  await addMembership(site, heir.personId, 'owner', owner.firmId);
  await erased(site, administrator, await asked(owner));
  const own = await readOwnReview({ visitor: heir.visitor, responseId: owner.responseId }, reviewId);
  expect(own.replies).toMatchObject([{ code: 'D1.1', repliedBy: null }]);
  expect(own.events.at(-1)).toMatchObject({ deed: 'answer', personName: null });
});
