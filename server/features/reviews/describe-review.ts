import type * as z from 'zod/mini';
import type { reviewSchema } from '#shared/contracts/reviews.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import type { ReviewBasis } from '#shared/domain/review/review-basis.ts';
import type { ReviewParty } from '#shared/domain/review/review-states.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type EntryRow, judgementOf, listEntries } from './entry-repository.ts';
import { type EventRow, listEvents } from './event-repository.ts';
import { listOwnReplies, listReplies, type OwnReplyRow, type ReplyRow } from './reply-repository.ts';
import { findFirm, getSubmission, type ReviewRow, type SubmissionRow } from './repository.ts';

export type ReviewBody = z.input<typeof reviewSchema>;
type EntryBody = ReviewBody['entries'][number];
type ReplyBody = ReviewBody['replies'][number];
type EventBody = ReviewBody['events'][number];

export function describeEntry(row: EntryRow): EntryBody {
  const { code, reason, evidence, revision, judgedAt, judgedBy, isOwn } = row;
  const judgement = judgementOf(row);
  return { code, judgement, reason, evidence, revision, judgedAt: judgedAt.toISOString(), judgedBy, isOwn };
}

export const entryOf = (row: EntryRow): ReviewEntry => ({
  code: row.code,
  judgement: judgementOf(row),
  reason: row.reason,
  evidence: row.evidence,
});

export function describeReply({ code, view, words, repliedAt, ...own }: ReplyRow | OwnReplyRow): ReplyBody {
  const { revision, repliedBy } = { revision: 0, repliedBy: null, ...own };
  return { code, reply: { view, words }, revision, repliedAt: repliedAt.toISOString(), repliedBy };
}

function describeEvent({ state, level, isOfProvider, at, ...event }: EventRow): EventBody {
  const judgement = state === 'level' && level !== null ? { state, level } : state === 'not-judged' ? { state } : null;
  return { ...event, judgement, side: isOfProvider ? 'provider' : 'firm', at: at.toISOString() };
}

/** The submission as the version it was answered in knows it. */
export async function basisOf(context: Context, tx: Transaction, submission: SubmissionRow): Promise<ReviewBasis> {
  const { definition } = await context.published.instrumentVersion(submission.instrumentVersionId, tx);
  const { formCode, profile, answers } = submission;
  return { structure: definition.structure, formCode, profile, answers };
}

/** Everything of the review that the transaction may read. */
export async function describeReview(tx: Transaction, review: ReviewRow, reader: ReviewParty): Promise<ReviewBody> {
  const { firmId, reviewId, organisationName, status, revision, reviewable } = review;
  const submission = await getSubmission(tx, review);
  const replies = reader === 'firm' ? await listOwnReplies(tx, review) : await listReplies(tx, review);
  const firm = await findFirm(tx, firmId);
  if (firm === undefined) throw new DomainError('not-found');
  const { scoreProfile, dimensions } = review;
  return {
    reviewId,
    firmId,
    ...firm,
    organisationName,
    status,
    revision,
    reviewable,
    createdAt: review.createdAt.toISOString(),
    givenAt: review.givenAt?.toISOString() ?? null,
    responseId: submission.responseId,
    instrumentVersionId: submission.instrumentVersionId,
    formCode: submission.formCode,
    submittedAt: submission.submittedAt.toISOString(),
    profile: submission.profile,
    answers: submission.answers,
    selfRated: submission.scoreProfile,
    reviewed: scoreProfile === null || dimensions === null ? null : { scoreProfile, dimensions },
    entries: (await listEntries(tx, review)).map(describeEntry),
    replies: replies.map(describeReply),
    events: (await listEvents(tx, review, reader)).map(describeEvent),
  };
}
