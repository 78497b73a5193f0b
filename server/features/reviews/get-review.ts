import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type FirmPlace, lookingAtFirm } from './access.ts';
import { describeReview, type ReviewBody } from './describe-review.ts';
import { findReview } from './repository.ts';

export type ReviewPlace = FirmPlace & { readonly reviewId: string };

export async function getReview(context: Context, access: AccessContext, place: ReviewPlace): Promise<ReviewBody> {
  return lookingAtFirm(context, access, place, async (tx) => {
    const review = await findReview(tx, place);
    if (review === undefined) throw new DomainError('not-found');
    return describeReview(tx, review, 'provider');
  });
}
