import type { FrozenReview } from '#shared/domain/review/freeze-review.ts';
import type { ReviewEntry, ReviewReply } from '#shared/domain/review/review.ts';
import type { ReviewableDimension } from '#shared/domain/review/review-basis.ts';
import type { ReviewableSubmission } from './reviewable-repository.ts';

export type SimulatedReply = { readonly code: string; readonly reply: ReviewReply };

export type SimulatedReview = {
  readonly submission: ReviewableSubmission;
  readonly reviewable: readonly ReviewableDimension[];
  readonly entries: readonly ReviewEntry[];
  readonly begunAt: Date;
  /** Null as long as it is a draft. */
  readonly given: { readonly at: Date; readonly frozen: FrozenReview } | null;
  /** Null until the firm has answered. */
  readonly answered: { readonly at: Date; readonly replies: readonly SimulatedReply[] } | null;
};
