import { expect } from 'vitest';
import type { OwnReviewDocument, ReviewDocument, StoredReviewEntry } from '#shared/contracts/reviews.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import type { Owner, Staff } from './people.ts';

type Reviewer = Pick<Staff, 'visitor' | 'organisationId'>;
type Firm = Pick<Owner, 'firmId' | 'responseId'>;

/** Address of the organisation's reviews of a firm, or of what is under it. */
export const reviewsOf = (organisationId: string, firmId: string, rest = '') =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/reviews${rest}`;
export const beginningOf = (organisationId: string, { firmId, responseId }: Firm) =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${responseId}/reviews`;
export const ownReviewOf = (responseId: string, reviewId: string, rest = '') =>
  `/api/responses/${responseId}/reviews/${reviewId}${rest}`;

export async function begin({ visitor, organisationId }: Reviewer, firm: Firm): Promise<string> {
  const reply = await visitor.post(beginningOf(organisationId, firm));
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json<{ reviewId: string }>().reviewId;
}

export type EntrySaying = Partial<Omit<ReviewEntry, 'judgement'>> & { level: number | null; baseRevision?: number };

export const entryBody = ({ level, reason = 'Vi såg det i verkstaden.', evidence, baseRevision = 0 }: EntrySaying) => ({
  baseRevision,
  judgement: level === null ? { state: 'not-judged' } : { state: 'level', level },
  reason,
  evidence: evidence ?? ['observed'],
});

export async function judge(
  { visitor, organisationId }: Reviewer,
  { firmId }: Pick<Firm, 'firmId'>,
  reviewId: string,
  code: string,
  saying: EntrySaying,
): Promise<{ entry: StoredReviewEntry | null; revision: number }> {
  const reply = await visitor.put(reviewsOf(organisationId, firmId, `/${reviewId}/entries/${code}`), entryBody(saying));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ entry: StoredReviewEntry | null; revision: number }>();
}

export async function readReview(
  { visitor, organisationId }: Reviewer,
  { firmId }: Pick<Firm, 'firmId'>,
  reviewId: string,
): Promise<ReviewDocument> {
  const reply = await visitor.get(reviewsOf(organisationId, firmId, `/${reviewId}`));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ReviewDocument>();
}

export async function readOwnReview(
  { visitor, responseId }: Pick<Owner, 'visitor' | 'responseId'>,
  reviewId: string,
): Promise<OwnReviewDocument> {
  const reply = await visitor.get(ownReviewOf(responseId, reviewId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<OwnReviewDocument>();
}

/** A review that sees D1.1 two levels above the firm, given to it. */
export async function giveReview(reviewer: Reviewer, firm: Firm): Promise<string> {
  const reviewId = await begin(reviewer, firm);
  const { revision } = await judge(reviewer, firm, reviewId, 'D1.1', { level: 3 });
  const moves = reviewsOf(reviewer.organisationId, firm.firmId, `/${reviewId}/moves`);
  const reply = await reviewer.visitor.post(moves, { move: 'give', revision });
  expect(reply.statusCode, reply.body).toBe(200);
  return reviewId;
}
