import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import type { saveReviewReply } from '#shared/contracts/reviews.ts';
import { codesToReplyTo } from '#shared/domain/review/compare-review.ts';
import type { ReviewReply } from '#shared/domain/review/review.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { basisOf, describeReply, entryOf } from './describe-review.ts';
import { listEntries } from './entry-repository.ts';
import { insertFirmEvent } from './event-repository.ts';
import { getRepliable, type OwnReviewPlace, type Visitor } from './get-own-review.ts';
import { findOwnReply, type OwnReplyRow, upsertReply } from './reply-repository.ts';
import { getSubmission, type ReviewRow } from './repository.ts';

export type SaveReplyInput = OwnReviewPlace & {
  readonly subject: string;
  readonly baseRevision: number;
  readonly reply: ReviewReply;
};
export type SavedReplyBody = z.input<(typeof saveReviewReply.responses)[200]>;

/** What there is to reply to in the review. */
export async function listToReplyTo(context: Context, tx: Transaction, review: ReviewRow): Promise<readonly string[]> {
  const basis = await basisOf(context, tx, await getSubmission(tx, review));
  return codesToReplyTo(basis, (await listEntries(tx, review)).map(entryOf));
}

const replyOf = ({ view, words }: OwnReplyRow) => ({ view, words });

/** Keeps what the firm says of one entry. What another owner has changed since it was seen is not written over. */
export async function saveReply(
  context: Context,
  { access, account }: Visitor,
  input: SaveReplyInput,
): Promise<SavedReplyBody> {
  const { subject: code, baseRevision, reply } = input;
  return inTransaction(context.database, access, async (tx) => {
    const review = await getRepliable(tx, input, account);
    if (!(await listToReplyTo(context, tx, review)).includes(code)) throw new DomainError('not-found');
    const kept = await findOwnReply(tx, review, code);
    if (kept !== undefined && isDeepStrictEqual(replyOf(kept), reply)) return { reply: describeReply(kept) };
    const repliedAt = context.clock.now();
    // Without one to change, a revision that was seen is of a reply that never was.
    const isSeen = kept !== undefined || baseRevision === 0;
    if (!(isSeen && (await upsertReply(tx, review, { code, reply, baseRevision, repliedAt })))) {
      const current = await findOwnReply(tx, review, code);
      throw new DomainError('review-conflict', {
        members: { reply: current === undefined ? null : describeReply(current) },
      });
    }
    await insertFirmEvent(tx, review, { deed: 'reply', status: 'given', code, occurredAt: repliedAt });
    const written = await findOwnReply(tx, review, code);
    if (written === undefined) throw new DomainError('internal-error');
    return { reply: describeReply(written) };
  }).catch(hideRefusal);
}
