import type * as z from 'zod/mini';
import type { ownReviewSchema } from '#shared/contracts/reviews.ts';
import { judge } from '#shared/domain/access/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { describeReview } from './describe-review.ts';
import { findOwnReview, type ReviewRow } from './repository.ts';

export type OwnReviewBody = z.input<typeof ownReviewSchema>;
export type OwnReviewPlace = { readonly responseId: string; readonly reviewId: string };
export type Visitor = { readonly access: AccessContext; readonly account: Account | undefined };

export const mayReply = (account: Account | undefined, { firmId }: Pick<ReviewRow, 'firmId'>): boolean =>
  account !== undefined && judge(account, 'reply-to-review', firmId) === 'allowed';

/** A review that the firm was given, for whoever may reply to it; to everybody else there is nothing to reply to. */
export async function getRepliable(
  tx: Transaction,
  place: OwnReviewPlace,
  account: Account | undefined,
): Promise<ReviewRow> {
  const review = await findOwnReview(tx, place);
  if (review === undefined || !mayReply(account, review)) throw new DomainError('not-found');
  if (review.status !== 'given') throw new DomainError('review-not-open');
  return review;
}

export async function describeOwnReview(
  tx: Transaction,
  place: OwnReviewPlace,
  account: Account | undefined,
): Promise<OwnReviewBody> {
  const review = await findOwnReview(tx, place);
  if (review === undefined) throw new DomainError('not-found');
  const body = await describeReview(tx, review, 'firm');
  return { ...body, mayReply: review.status === 'given' && mayReply(account, review) };
}

export async function getOwnReview(
  context: Context,
  { access, account }: Visitor,
  place: OwnReviewPlace,
): Promise<OwnReviewBody> {
  return inTransaction(context.database, access, (tx) => describeOwnReview(tx, place, account));
}
