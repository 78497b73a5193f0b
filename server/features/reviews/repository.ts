import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import type { FrozenReview } from '#shared/domain/review/freeze-review.ts';
import type { ReviewableDimension } from '#shared/domain/review/review-basis.ts';
import { reviewableDimensionSchema } from '#shared/domain/review/review-basis.ts';
import type { ReviewStatus } from '#shared/domain/review/review-states.ts';
import { reviewStatuses } from '#shared/domain/review/review-states.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submissionRowSchema = z.object({
  submissionId: z.uuid(),
  responseId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  submittedAt: z.date(),
  profile: firmProfileSchema,
  answers: z.record(z.string(), answerSchema),
  scoreProfile: scoreProfileSchema,
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;

const selectSubmission = SQL`select s.submission_id as "submissionId", s.response_id as "responseId",
    s.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", s.submitted_at as "submittedAt",
    s.profile, s.answers, s.score_profile as "scoreProfile"
  from submissions s
  join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id`;

export async function findSubmissionOfResponse(
  tx: Transaction,
  { firmId, responseId }: { firmId: string; responseId: string },
): Promise<SubmissionRow | undefined> {
  return maybeOne(
    tx,
    submissionRowSchema,
    SQL`${selectSubmission} where s.firm_id = ${firmId} and s.response_id = ${responseId}`,
  );
}

export async function getSubmission(
  tx: Transaction,
  { firmId, submissionId }: Pick<ReviewRow, 'firmId' | 'submissionId'>,
): Promise<SubmissionRow> {
  return one(
    tx,
    submissionRowSchema,
    SQL`${selectSubmission} where s.firm_id = ${firmId} and s.submission_id = ${submissionId}`,
  );
}

const firmRowSchema = z.object({ firmName: z.string().nullable(), isSimulated: z.boolean() });

export async function findFirm(tx: Transaction, firmId: string): Promise<z.infer<typeof firmRowSchema> | undefined> {
  return maybeOne(
    tx,
    firmRowSchema,
    SQL`select name as "firmName", is_simulated as "isSimulated" from firms where firm_id = ${firmId}`,
  );
}

const reviewRowSchema = z.object({
  reviewId: z.uuid(),
  firmId: z.uuid(),
  submissionId: z.uuid(),
  organisationName: localisedTextSchema,
  status: z.enum(reviewStatuses),
  revision: z.int(),
  reviewable: z.array(reviewableDimensionSchema),
  createdAt: z.date(),
  givenAt: z.date().nullable(),
  scoreProfile: z.nullable(scoreProfileSchema),
  dimensions: z.array(z.string()).nullable(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

const selectReview = SQL`select r.review_id as "reviewId", r.firm_id as "firmId", r.submission_id as "submissionId",
    o.name as "organisationName", r.status, r.revision, r.reviewable, r.created_at as "createdAt",
    r.given_at as "givenAt", r.score_profile as "scoreProfile", r.dimensions
  from reviews r
  join organisations o on o.organisation_id = r.organisation_id`;

type Place = { readonly reviewId: string; readonly firmId: string; readonly organisationId: string };

export async function findReview(tx: Transaction, place: Place): Promise<ReviewRow | undefined> {
  return maybeOne(
    tx,
    reviewRowSchema,
    SQL`${selectReview} where r.review_id = ${place.reviewId} and r.firm_id = ${place.firmId}
      and r.organisation_id = ${place.organisationId}`,
  );
}

/** The same, held against whoever else changes it. */
export async function lockReview(tx: Transaction, place: Place): Promise<ReviewRow | undefined> {
  return maybeOne(
    tx,
    reviewRowSchema,
    SQL`${selectReview} where r.review_id = ${place.reviewId} and r.firm_id = ${place.firmId}
      and r.organisation_id = ${place.organisationId}
      for update of r`,
  );
}

/** A review that was given of the response that the presented key or session opens. */
export async function findOwnReview(
  tx: Transaction,
  { responseId, reviewId }: { responseId: string; reviewId: string },
): Promise<ReviewRow | undefined> {
  return maybeOne(
    tx,
    reviewRowSchema,
    SQL`${selectReview}
      join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
      where r.review_id = ${reviewId} and s.response_id = ${responseId}`,
  );
}

export type NewReview = {
  readonly reviewId: string;
  readonly firmId: string;
  readonly submissionId: string;
  readonly organisationId: string;
  readonly reviewable: readonly ReviewableDimension[];
  readonly createdAt: Date;
};

/** False when the organisation has one of the submission under way already. */
export async function insertReview(tx: Transaction, review: NewReview): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ reviewId: z.uuid() }),
    SQL`insert into reviews (review_id, firm_id, submission_id, organisation_id, reviewable, created_at, status_since)
      values (${review.reviewId}, ${review.firmId}, ${review.submissionId}, ${review.organisationId},
        ${JSON.stringify(review.reviewable)}, ${review.createdAt}, ${review.createdAt})
      on conflict do nothing
      returning review_id as "reviewId"`,
  );
  return row !== undefined;
}

export async function findLiveReviewId(
  tx: Transaction,
  { submissionId, organisationId }: Pick<NewReview, 'submissionId' | 'organisationId'>,
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ reviewId: z.uuid() }),
    SQL`select review_id as "reviewId" from reviews
      where submission_id = ${submissionId} and organisation_id = ${organisationId}
        and status in ('draft', 'given', 'answered')`,
  );
  return row?.reviewId;
}

export async function updateRevision(tx: Transaction, { firmId, reviewId }: ReviewRow): Promise<void> {
  await exec(tx, SQL`update reviews set revision = revision + 1 where firm_id = ${firmId} and review_id = ${reviewId}`);
}

export async function updateStatus(
  tx: Transaction,
  { firmId, reviewId }: Pick<ReviewRow, 'firmId' | 'reviewId'>,
  { status, at }: { status: ReviewStatus; at: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update reviews set status = ${status}, status_since = ${at}, revision = revision + 1
      where firm_id = ${firmId} and review_id = ${reviewId}`,
  );
}

/** Gives it to the firm, with the scores as they are from then on. */
export async function updateToGiven(
  tx: Transaction,
  { firmId, reviewId }: ReviewRow,
  { scoreProfile, dimensions, digitalLevel, processLevel }: FrozenReview,
  at: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`update reviews set status = 'given', status_since = ${at}, given_at = ${at}, revision = revision + 1,
        rules_version = ${scoreProfile.rulesVersion}, score_profile = ${JSON.stringify(scoreProfile)},
        dimensions = ${[...dimensions]}, digital_level = ${digitalLevel}, process_level = ${processLevel}
      where firm_id = ${firmId} and review_id = ${reviewId}`,
  );
}

/** Tells the firm's owners by mail; who they are stays with the database. */
export async function tellOwners(tx: Transaction, reviewId: string, at: Date): Promise<void> {
  await exec(tx, SQL`select tell_owners_of_review(${reviewId}, ${at})`);
}

const listedRowSchema = z.object({
  responseId: z.uuid(),
  formCode: z.string(),
  submittedAt: z.date(),
  reviews: z.array(
    z.object({
      reviewId: z.uuid(),
      status: z.enum(reviewStatuses),
      createdAt: z.string(),
      givenAt: z.string().nullable(),
      entries: z.int(),
    }),
  ),
});

const isoTime = (column: string) =>
  SQL`to_char(${SQL.unsafe(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The firm's submissions, the newest first, with the organisation's reviews of each. */
export async function listSubmissions(
  tx: Transaction,
  { firmId, organisationId }: { firmId: string; organisationId: string },
): Promise<z.infer<typeof listedRowSchema>[]> {
  return many(
    tx,
    listedRowSchema,
    SQL`select s.response_id as "responseId", a.form_code as "formCode", s.submitted_at as "submittedAt",
        coalesce((
          select jsonb_agg(jsonb_build_object('reviewId', r.review_id, 'status', r.status,
              'createdAt', ${isoTime('r.created_at')}, 'givenAt', ${isoTime('r.given_at')},
              'entries', (select count(*) from review_items i
                where i.firm_id = r.firm_id and i.review_id = r.review_id))
            order by r.created_at desc, r.review_id)
          from reviews r
          where r.firm_id = s.firm_id and r.submission_id = s.submission_id and r.organisation_id = ${organisationId}
            and r.status <> 'taken-back'
        ), '[]') as reviews
      from submissions s
      join responses p on p.firm_id = s.firm_id and p.response_id = s.response_id
      join assessments a on a.firm_id = p.firm_id and a.assessment_id = p.assessment_id
      where s.firm_id = ${firmId}
      order by s.submitted_at desc, s.submission_id desc`,
  );
}
