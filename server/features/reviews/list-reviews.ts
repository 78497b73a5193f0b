import type * as z from 'zod/mini';
import type { listReviews as listReviewsEndpoint } from '#shared/contracts/reviews.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type FirmPlace, lookingAtFirm } from './access.ts';
import { findFirm, listSubmissions } from './repository.ts';

export type ReviewsBody = z.input<(typeof listReviewsEndpoint.responses)[200]>;

/** What the firm has submitted, and how far the organisation's reviews of each are. */
export async function listReviews(context: Context, access: AccessContext, place: FirmPlace): Promise<ReviewsBody> {
  return lookingAtFirm(context, access, place, async (tx) => {
    const firm = await findFirm(tx, place.firmId);
    if (firm === undefined) throw new DomainError('not-found');
    const submissions = await listSubmissions(tx, place);
    return {
      ...firm,
      submissions: submissions.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() })),
    };
  });
}
