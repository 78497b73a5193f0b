import type { ReviewStatus } from '#shared/domain/review/review-states.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import type { Row } from './population-rows.ts';
import type { SimulatedReview } from './simulated-review.ts';

/** In the order of a review's life; `given` and `answered` are changes of what was a draft. */
export type ReviewRows = Record<'drafts' | 'items' | 'given' | 'replies' | 'answered' | 'events', Row[]>;

/** Everything of these reviews, as the columns are named. */
export function reviewRowsOf(reviews: readonly SimulatedReview[], identifiers: Identifiers): ReviewRows {
  const rows: ReviewRows = { drafts: [], items: [], given: [], replies: [], answered: [], events: [] };
  for (const review of reviews) addReview(rows, review, identifiers);
  return rows;
}

function addReview(rows: ReviewRows, review: SimulatedReview, identifiers: Identifiers): void {
  const { submission, begunAt, entries } = review;
  const ids = { review_id: identifiers.newId(), firm_id: submission.firmId };
  rows.drafts.push({
    ...ids,
    submission_id: submission.submissionId,
    organisation_id: submission.organisationId,
    status: 'draft',
    revision: 1 + entries.length,
    reviewable: review.reviewable,
    created_at: begunAt,
    status_since: begunAt,
  });
  rows.events.push(advisorsEvent(ids, review, { deed: 'begin', status: 'draft', at: begunAt }));
  addItems(rows, review, ids);
  addGiving(rows, review, ids);
  addAnswer(rows, review, ids);
}

type AdvisorsDeed = { readonly deed: 'begin' | 'judge' | 'give'; readonly status: ReviewStatus; readonly at: Date };

const advisorsEvent = (ids: Row, { submission }: SimulatedReview, { deed, status, at }: AdvisorsDeed): Row => ({
  ...ids,
  deed,
  status,
  organisation_id: submission.organisationId,
  person_id: submission.advisorId,
  occurred_at: at,
});

function addItems(rows: ReviewRows, review: SimulatedReview, ids: Row): void {
  const { submission, begunAt, entries } = review;
  for (const [place, { code, judgement, reason, evidence }] of entries.entries()) {
    const judged = { code, state: judgement.state, level: judgement.state === 'level' ? judgement.level : null };
    rows.items.push({
      ...ids,
      ...judged,
      reason,
      evidence,
      revision: place + 2,
      judged_by: submission.advisorId,
      judged_at: begunAt,
    });
    rows.events.push({ ...advisorsEvent(ids, review, { deed: 'judge', status: 'draft', at: begunAt }), ...judged });
  }
}

function addGiving(rows: ReviewRows, review: SimulatedReview, ids: Row): void {
  if (review.given === null) return;
  const { at, frozen } = review.given;
  rows.given.push({
    ...ids,
    revision: 2 + review.entries.length,
    given_at: at,
    rules_version: frozen.scoreProfile.rulesVersion,
    score_profile: frozen.scoreProfile,
    dimensions: frozen.dimensions,
    digital_level: frozen.digitalLevel,
    process_level: frozen.processLevel,
  });
  rows.events.push(advisorsEvent(ids, review, { deed: 'give', status: 'given', at }));
}

function addAnswer(rows: ReviewRows, { submission, entries, answered }: SimulatedReview, ids: Row): void {
  if (answered === null) return;
  const { at, replies } = answered;
  const byOwner = { ...ids, member_id: submission.ownerId, occurred_at: at };
  for (const { code, reply } of replies) {
    const { view, words } = reply;
    const replied = { replied_by: submission.ownerId, replied_at: at };
    rows.replies.push({ ...ids, ...replied, code, firm_view: view, words, revision: 1 });
    rows.events.push({ ...byOwner, deed: 'reply', status: 'given', code });
  }
  rows.answered.push({ ...ids, revision: 3 + entries.length, status_since: at });
  rows.events.push({ ...byOwner, deed: 'answer', status: 'answered' });
}
