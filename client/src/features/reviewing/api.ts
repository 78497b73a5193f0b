import {
  answerReview,
  beginReview,
  getOwnReview,
  getReview,
  listReviews,
  moveReview,
  type OwnReviewDocument,
  type ReviewDocument,
  saveReviewEntry,
  saveReviewReply,
} from '#shared/contracts/reviews.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import type { EvidenceKind, Judgement, ReviewReply } from '#shared/domain/review/review.ts';
import type { ReviewerMove } from '#shared/domain/review/review-states.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type FirmParams = { readonly organisationId: string; readonly firmId: string };
export type ReviewParams = FirmParams & { readonly reviewId: string };

export type ReviewList = CallOutput<typeof listReviews>;
export type ReviewedSubmission = ReviewList['submissions'][number];

/** Each call is written down for the firm to see. */
export const fetchReviews = (params: FirmParams): Promise<ReviewList> => callEndpoint(listReviews, { params });

export const sendBeginning = (params: FirmParams & { responseId: string }) => callEndpoint(beginReview, { params });

export type Loaded<Review> = { readonly review: Review; readonly form: FormView; readonly loadedAt: number };

async function withForm<Review extends ReviewDocument>(review: Review, language: Language): Promise<Loaded<Review>> {
  const form = await fetchForm(review.instrumentVersionId, review.formCode, language);
  return { review, form, loadedAt: Date.now() };
}

/** Each call is written down for the firm to see. */
export async function loadReview(params: ReviewParams, language: Language): Promise<Loaded<ReviewDocument>> {
  return withForm(await callEndpoint(getReview, { params }), language);
}

export type EntryDraft = {
  readonly judgement: Judgement | null;
  readonly reason: string;
  readonly evidence: readonly EvidenceKind[];
};

export const sendEntry = (
  params: ReviewParams & { subject: string },
  { judgement, reason, evidence }: EntryDraft,
  baseRevision: number,
) =>
  callEndpoint(saveReviewEntry, {
    params,
    body: { baseRevision, judgement, reason, evidence: [...evidence] },
    isKeptAlive: true,
  });

export const sendMove = (params: ReviewParams, move: ReviewerMove, revision: number) =>
  callEndpoint(moveReview, { params, body: { move, revision } });

export type OwnParams = { readonly responseId: string; readonly reviewId: string };

export async function loadOwnReview(params: OwnParams, language: Language): Promise<Loaded<OwnReviewDocument>> {
  return withForm(await callEndpoint(getOwnReview, { params }), language);
}

export const sendReply = (params: OwnParams & { subject: string }, reply: ReviewReply, baseRevision: number) =>
  callEndpoint(saveReviewReply, { params, body: { baseRevision, reply } });

export const sendAnswer = (params: OwnParams) => callEndpoint(answerReview, { params });
