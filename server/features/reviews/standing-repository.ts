import SQL from '@nearform/sql';
import * as z from 'zod';
import type * as mini from 'zod/mini';
import type { standingReviewSchema } from '#shared/contracts/reviews.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { judgementSchema } from '#shared/domain/review/review.ts';
import { reviewStatuses } from '#shared/domain/review/review-states.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const standingRowSchema = z.object({
  reviewId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  status: z.enum(reviewStatuses),
  givenAt: z.date(),
  scoreProfile: scoreProfileSchema,
  dimensions: z.array(z.string()),
  judgements: z.array(z.object({ code: z.string(), judgement: judgementSchema })),
});

/**
 * The reviews that stand beside the levels of a submission: of each organisation the one given last, as far as the
 * transaction may read them.
 */
export async function listStandingReviews(
  tx: Transaction,
  submissionId: string,
): Promise<mini.input<typeof standingReviewSchema>[]> {
  const rows = await many(
    tx,
    standingRowSchema,
    SQL`select * from (
        select distinct on (r.organisation_id) r.review_id as "reviewId", r.organisation_id as "organisationId",
          o.name as "organisationName", r.status, r.given_at as "givenAt", r.score_profile as "scoreProfile",
          r.dimensions,
          coalesce((
            select jsonb_agg(jsonb_build_object('code', i.code, 'judgement',
                jsonb_strip_nulls(jsonb_build_object('state', i.state, 'level', i.level))) order by i.code)
            from review_items i where i.firm_id = r.firm_id and i.review_id = r.review_id
          ), '[]') as judgements
        from reviews r
        join organisations o on o.organisation_id = r.organisation_id
        where r.submission_id = ${submissionId} and r.given_at is not null
        order by r.organisation_id, r.given_at desc
      ) newest
      order by "givenAt", "reviewId"`,
  );
  return rows.map(({ givenAt, ...row }) => ({ ...row, givenAt: givenAt.toISOString() }));
}
