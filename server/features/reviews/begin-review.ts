import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type FirmPlace, lookingAtFirm } from './access.ts';
import { basisOf } from './describe-review.ts';
import { insertProviderEvent } from './event-repository.ts';
import { findLiveReviewId, findSubmissionOfResponse, insertReview } from './repository.ts';

export type BeginInput = FirmPlace & { readonly responseId: string };
export type BegunReview = { readonly reviewId: string; readonly isNew: boolean };

/** Of two colleagues who begin at once both come to the same review. */
export async function beginReview(context: Context, access: AccessContext, input: BeginInput): Promise<BegunReview> {
  const { organisationId, firmId } = input;
  return lookingAtFirm(context, access, input, async (tx) => {
    const submission = await findSubmissionOfResponse(tx, input);
    if (submission === undefined) throw new DomainError('not-found');
    const { submissionId } = submission;
    const createdAt = context.clock.now();
    const reviewId = context.identifiers.newId();
    const reviewable = listReviewable(await basisOf(context, tx, submission));
    if (!(await insertReview(tx, { reviewId, firmId, submissionId, organisationId, reviewable, createdAt }))) {
      const liveId = await findLiveReviewId(tx, { submissionId, organisationId });
      if (liveId === undefined) throw new DomainError('move-not-possible');
      return { reviewId: liveId, isNew: false };
    }
    const event = { deed: 'begin', status: 'draft', organisationId, occurredAt: createdAt } as const;
    await insertProviderEvent(tx, { firmId, reviewId }, event);
    await recordAudit(tx, {
      action: 'review-moved',
      objectKind: 'review',
      objectId: reviewId,
      detail: { firmId, organisationId, move: 'begin', status: 'draft' },
    });
    return { reviewId, isNew: true };
  });
}
