import SQL from '@nearform/sql';
import * as z from 'zod';
import { standingPurposes } from '#shared/domain/access/consent.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { routingSchema } from '#shared/domain/routing/routing.ts';
import { mostEarlierRounds } from '../../platform/change/change-since.ts';
import { submittedRoundSchema } from '../../platform/change/round-repository.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const reportedRowSchema = submittedRoundSchema.extend({
  firmId: z.uuid(),
  submissionId: z.uuid(),
  round: z.int(),
  firmName: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  isSimulated: z.boolean(),
  receiptNumber: z.string(),
  answeredItems: z.int(),
  scoredItems: z.int(),
  versionNumber: z.int(),
  definitionSha256: z.string(),
  catalogueVersionId: z.uuid(),
  catalogueNumber: z.int(),
  routing: routingSchema,
});
export type ReportedRow = z.infer<typeof reportedRowSchema>;

const roundColumns = SQL`s.response_id as "responseId", a.form_code as "formCode", s.submitted_at as "submittedAt",
  s.instrument_version_id as "instrumentVersionId", s.answers, s.profile, s.score_profile as "scoreProfile"`;
const joined = SQL`submissions s
  join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id`;

/** What was submitted, as it was frozen, of a response that the transaction reaches. */
export async function findReported(tx: Transaction, responseId: string): Promise<ReportedRow | undefined> {
  return maybeOne(
    tx,
    reportedRowSchema,
    SQL`select ${roundColumns}, a.round, f.firm_id as "firmId", s.submission_id as "submissionId",
        f.name as "firmName", f.organisation_number as "organisationNumber", f.is_simulated as "isSimulated",
        s.receipt_number as "receiptNumber", s.answered_items as "answeredItems", s.scored_items as "scoredItems",
        v.version_number as "versionNumber", encode(s.definition_sha256, 'hex') as "definitionSha256",
        s.catalogue_version_id as "catalogueVersionId", c.version_number as "catalogueNumber", s.routing
      from ${joined}
      join firms f on f.firm_id = s.firm_id
      join instrument_versions v on v.instrument_version_id = s.instrument_version_id
      join catalogue_versions c on c.catalogue_version_id = s.catalogue_version_id
      where s.response_id = ${responseId}`,
  );
}

/** Of earlier rounds what was submitted before, of a firm that lets the session's organisation see its results. */
export async function listEarlierShared(
  tx: Transaction,
  { firmId, round, submittedAt }: Pick<ReportedRow, 'firmId' | 'round' | 'submittedAt'>,
): Promise<z.infer<typeof submittedRoundSchema>[]> {
  return many(
    tx,
    submittedRoundSchema,
    SQL`select ${roundColumns} from ${joined}
      where s.firm_id = ${firmId} and a.round < ${round} and s.submitted_at < ${submittedAt}
      order by s.submitted_at desc, s.submission_id desc limit ${mostEarlierRounds}`,
  );
}

const addedRowSchema = z.object({ rowCode: z.string(), step: z.int() });

/** What the firm has added to the measures itself, as it stands. */
export async function listAddedRows(tx: Transaction, responseId: string): Promise<z.infer<typeof addedRowSchema>[]> {
  return many(
    tx,
    addedRowSchema,
    SQL`select row_code as "rowCode", step from crosswalk_answers
      where response_id = ${responseId} and step is not null order by row_code`,
  );
}

const viewerRowSchema = z.object({
  purpose: z.enum(standingPurposes),
  receiverCode: z.string(),
  receiverName: z.nullable(localisedTextSchema),
  wordingVersion: z.string(),
});
export type ViewerRow = z.infer<typeof viewerRowSchema>;

/** Whom the firm lets in now, beyond single requests. */
export async function listViewers(tx: Transaction, firmId: string): Promise<ViewerRow[]> {
  return many(
    tx,
    viewerRowSchema,
    SQL`select c.purpose, c.provider_code as "receiverCode", o.name as "receiverName",
        c.wording_version as "wordingVersion"
      from consents c
      left join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = ${firmId} and c.withdrawn_at is null and c.purpose <> 'contact'
      order by c.purpose, c.provider_code`,
  );
}
