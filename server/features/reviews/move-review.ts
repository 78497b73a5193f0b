import { checkReview } from '#shared/domain/review/check-review.ts';
import { freezeReview } from '#shared/domain/review/freeze-review.ts';
import { moveReview as nextStatus, type ReviewerMove } from '#shared/domain/review/review-states.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { lookingAtFirm } from './access.ts';
import { basisOf, describeReview, entryOf, type ReviewBody } from './describe-review.ts';
import { deleteEntries, listEntries } from './entry-repository.ts';
import { insertProviderEvent } from './event-repository.ts';
import type { ReviewPlace } from './get-review.ts';
import {
  findReview,
  getSubmission,
  lockReview,
  type ReviewRow,
  tellOwners,
  updateStatus,
  updateToGiven,
} from './repository.ts';

export type MoveInput = ReviewPlace & { readonly move: ReviewerMove; readonly revision: number };

/** Moves the review on, if it is still the one that was seen. Given, its scores are frozen and the firm is told. */
export async function moveReview(context: Context, access: AccessContext, input: MoveInput): Promise<ReviewBody> {
  const body = await lookingAtFirm(context, access, input, async (tx) => {
    const review = await lockReview(tx, input);
    if (review === undefined) throw new DomainError('not-found');
    const status = nextStatus(review.status, input.move, 'provider');
    if (status === undefined) throw new DomainError('move-not-possible');
    if (review.revision !== input.revision) throw new DomainError('changed-meanwhile');
    const at = context.clock.now();
    const { organisationId, move } = input;
    if (move === 'give') await give(context, tx, review, at);
    else {
      if (move === 'take-back') await deleteEntries(tx, review);
      await updateStatus(tx, review, { status, at });
    }
    await insertProviderEvent(tx, review, { deed: move, status, organisationId, occurredAt: at });
    await recordAudit(tx, {
      action: 'review-moved',
      objectKind: 'review',
      objectId: review.reviewId,
      detail: { firmId: review.firmId, organisationId, move, status },
    });
    const moved = await findReview(tx, input);
    if (moved === undefined) throw new DomainError('not-found');
    return describeReview(tx, moved, 'provider');
  });
  context.wakeWorker();
  return body;
}

async function give(context: Context, tx: Transaction, review: ReviewRow, at: Date): Promise<void> {
  const submission = await getSubmission(tx, review);
  const basis = await basisOf(context, tx, submission);
  const entries = (await listEntries(tx, review)).map(entryOf);
  const faults = checkReview(entries, basis);
  if (faults.length > 0) {
    const fields = faults.map(({ code, fault }) => ({ path: `entries/${code}`, code: fault }));
    throw new DomainError('review-incomplete', { fields });
  }
  await updateToGiven(tx, review, freezeReview(basis, entries, submission.scoreProfile), at);
  await tellOwners(tx, review.reviewId, at);
}
