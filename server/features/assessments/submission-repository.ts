import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import { routingSchema } from '#shared/domain/routing/routing.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import { exec, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submissionRowSchema = z.object({
  submissionId: z.uuid(),
  receiptNumber: z.string(),
  answeredItems: z.int(),
  scoredItems: z.int(),
  submittedAt: z.date(),
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;

const submissionColumns = SQL`submission_id as "submissionId", receipt_number as "receiptNumber",
  answered_items as "answeredItems", scored_items as "scoredItems", submitted_at as "submittedAt"`;

export async function findSubmission(tx: Transaction, responseId: string): Promise<SubmissionRow | undefined> {
  return maybeOne(
    tx,
    submissionRowSchema,
    SQL`select ${submissionColumns} from submissions where response_id = ${responseId}`,
  );
}

const outcomeRowSchema = submissionRowSchema.extend({
  catalogueVersionId: z.uuid(),
  scoreProfile: scoreProfileSchema,
  routing: routingSchema,
});
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;

export async function findOutcome(tx: Transaction, responseId: string): Promise<OutcomeRow | undefined> {
  return maybeOne(
    tx,
    outcomeRowSchema,
    SQL`select ${submissionColumns}, catalogue_version_id as "catalogueVersionId",
        score_profile as "scoreProfile", routing
      from submissions where response_id = ${responseId}`,
  );
}

export type NewSubmission = {
  readonly submissionId: string;
  readonly firmId: string;
  readonly responseId: string;
  readonly instrumentVersionId: string;
  readonly definitionSha256: Buffer;
  readonly catalogueVersionId: string;
  readonly receiptNumber: string;
  readonly language: Language;
  readonly answers: Answers;
  readonly profile: FirmProfile;
  readonly answeredItems: number;
  readonly scoredItems: number;
  readonly scoreProfile: ScoreProfile;
  readonly routing: Routing;
  readonly submittedAt: Date;
};

export async function insertSubmission(tx: Transaction, submission: NewSubmission): Promise<void> {
  await exec(
    tx,
    SQL`insert into submissions (submission_id, firm_id, response_id, instrument_version_id, definition_sha256,
        catalogue_version_id, receipt_number, language, answers, profile, answered_items, scored_items,
        score_profile, routing, submitted_at)
      values (${submission.submissionId}, ${submission.firmId}, ${submission.responseId},
        ${submission.instrumentVersionId}, ${submission.definitionSha256}, ${submission.catalogueVersionId},
        ${submission.receiptNumber}, ${submission.language}, ${JSON.stringify(submission.answers)},
        ${JSON.stringify(submission.profile)}, ${submission.answeredItems}, ${submission.scoredItems},
        ${JSON.stringify(submission.scoreProfile)}, ${JSON.stringify(submission.routing)},
        ${submission.submittedAt})`,
  ).catch(translateConstraint({ submissions_campaign_open: 'campaign-closed' }));
}

/** One row per dimension, for the questions that SQL asks of scores. */
export async function insertScores(tx: Transaction, submission: NewSubmission): Promise<void> {
  await exec(
    tx,
    SQL`insert into scores (firm_id, submission_id, dimension_code, rules_version, status, level, range_lowest,
        range_highest, band, answered_weight, applicable_weight)
      select ${submission.firmId}::uuid, ${submission.submissionId}::uuid, d.value ->> 'dimension',
        ${submission.scoreProfile.rulesVersion}::text, d.value ->> 'status', (d.value ->> 'level')::float8,
        (d.value -> 'range' ->> 'lowest')::float8, (d.value -> 'range' ->> 'highest')::float8,
        d.value ->> 'band', (d.value ->> 'answeredWeight')::integer, (d.value ->> 'applicableWeight')::integer
      from jsonb_array_elements(${JSON.stringify(submission.scoreProfile.dimensions)}::jsonb) d`,
  );
}

export async function insertSuggestions(tx: Transaction, submission: NewSubmission): Promise<void> {
  await exec(
    tx,
    SQL`insert into suggestions (firm_id, submission_id, rank, package_code, provider_code, total, detail)
      select ${submission.firmId}::uuid, ${submission.submissionId}::uuid, (s.value ->> 'rank')::integer,
        s.value ->> 'packageCode', s.value ->> 'providerCode', (s.value ->> 'total')::float8, s.value
      from jsonb_array_elements(${JSON.stringify(submission.routing.suggestions)}::jsonb) s`,
  );
  await exec(
    tx,
    SQL`insert into need_gaps (firm_id, submission_id, dimension_code, reason)
      select ${submission.firmId}::uuid, ${submission.submissionId}::uuid, g.value ->> 'dimension', g.value
      from jsonb_array_elements(${JSON.stringify(submission.routing.gaps)}::jsonb) g`,
  );
}
