import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertFirmEvent } from './event-repository.ts';
import {
  describeOwnReview,
  getRepliable,
  type OwnReviewBody,
  type OwnReviewPlace,
  type Visitor,
} from './get-own-review.ts';
import { listOwnReplies } from './reply-repository.ts';
import { updateStatus } from './repository.ts';
import { listToReplyTo } from './save-reply.ts';

/** From here the adviser sees the replies, and they stand. */
export async function answerReview(
  context: Context,
  { access, account }: Visitor,
  place: OwnReviewPlace,
): Promise<OwnReviewBody> {
  return inTransaction(context.database, access, async (tx) => {
    const review = await getRepliable(tx, place, account);
    const replied = new Set((await listOwnReplies(tx, review)).map(({ code }) => code));
    const missing = (await listToReplyTo(context, tx, review)).filter((code) => !replied.has(code));
    if (missing.length > 0) {
      const fields = missing.map((code) => ({ path: `replies/${code}`, code: 'reply-missing' }));
      throw new DomainError('review-incomplete', { fields });
    }
    const at = context.clock.now();
    // First, since what is answered is no longer the firm's to write in.
    await insertFirmEvent(tx, review, { deed: 'answer', status: 'answered', occurredAt: at });
    await updateStatus(tx, review, { status: 'answered', at });
    await recordAudit(tx, {
      action: 'review-moved',
      objectKind: 'review',
      objectId: review.reviewId,
      detail: { firmId: review.firmId, move: 'answer', status: 'answered' },
    });
    return describeOwnReview(tx, place, account);
  }).catch(hideRefusal);
}
