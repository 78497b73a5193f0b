import SQL from '@nearform/sql';
import * as z from 'zod';
import type { ReviewReply } from '#shared/domain/review/review.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { ReviewRow } from './repository.ts';

type ReviewKey = Pick<ReviewRow, 'firmId' | 'reviewId'>;

const replyRowSchema = z.object({
  code: z.string(),
  view: z.enum(['agrees', 'differs']),
  words: z.string(),
  repliedAt: z.date(),
});
export type ReplyRow = z.infer<typeof replyRowSchema>;

const ownReplyRowSchema = replyRowSchema.extend({ revision: z.int(), repliedBy: z.string().nullable() });
export type OwnReplyRow = z.infer<typeof ownReplyRowSchema>;

/** The replies as the organisation gets them: never from whom in the firm. */
export async function listReplies(tx: Transaction, { firmId, reviewId }: ReviewKey): Promise<ReplyRow[]> {
  return many(
    tx,
    replyRowSchema,
    SQL`select code, firm_view as view, words, replied_at as "repliedAt" from review_replies
      where firm_id = ${firmId} and review_id = ${reviewId} order by code`,
  );
}

const selectOwn = SQL`select q.code, q.firm_view as view, q.words, q.revision, q.replied_at as "repliedAt",
    p.name as "repliedBy"
  from review_replies q
  left join people p on p.person_id = q.replied_by`;

export async function listOwnReplies(tx: Transaction, { firmId, reviewId }: ReviewKey): Promise<OwnReplyRow[]> {
  return many(
    tx,
    ownReplyRowSchema,
    SQL`${selectOwn} where q.firm_id = ${firmId} and q.review_id = ${reviewId} order by q.code`,
  );
}

export async function findOwnReply(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  code: string,
): Promise<OwnReplyRow | undefined> {
  return maybeOne(
    tx,
    ownReplyRowSchema,
    SQL`${selectOwn} where q.firm_id = ${firmId} and q.review_id = ${reviewId} and q.code = ${code}`,
  );
}

/** False when it was changed since `baseRevision`, 0 for none. */
export async function upsertReply(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  reply: { code: string; reply: ReviewReply; baseRevision: number; repliedAt: Date },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ revision: z.int() }),
    SQL`insert into review_replies (firm_id, review_id, code, firm_view, words, replied_by, replied_at)
      select ${firmId}, ${reviewId}, ${reply.code}, ${reply.reply.view}, ${reply.reply.words},
        (select current_person_id()), ${reply.repliedAt}
      on conflict (firm_id, review_id, code) do update
      set firm_view = excluded.firm_view, words = excluded.words, revision = review_replies.revision + 1,
        replied_by = excluded.replied_by, replied_at = excluded.replied_at
      where review_replies.revision = ${reply.baseRevision}
      returning revision`,
  );
  return row !== undefined;
}
