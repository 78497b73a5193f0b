import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submittedRowSchema = z.object({
  firmId: z.uuid(),
  responseId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  firmName: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  isSimulated: z.boolean(),
  submittedAt: z.date(),
  receiptNumber: z.string(),
  answers: z.record(z.string(), answerSchema),
  profile: firmProfileSchema,
});
export type SubmittedRow = z.infer<typeof submittedRowSchema>;

/** What was submitted, as it was frozen, of a response that the transaction reaches. */
export async function findSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow | undefined> {
  return maybeOne(
    tx,
    submittedRowSchema,
    SQL`select s.firm_id as "firmId", s.response_id as "responseId",
        s.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", f.name as "firmName",
        f.organisation_number as "organisationNumber", f.is_simulated as "isSimulated",
        s.submitted_at as "submittedAt", s.receipt_number as "receiptNumber", s.answers, s.profile
      from submissions s
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      join firms f on f.firm_id = s.firm_id
      where s.response_id = ${responseId}`,
  );
}

const addedRowSchema = z.object({ rowCode: z.string(), step: z.int().nullable(), revision: z.int() });
export type AddedRow = z.infer<typeof addedRowSchema>;

const addedColumns = SQL`row_code as "rowCode", step, revision`;

export async function listAdded(tx: Transaction, responseId: string): Promise<AddedRow[]> {
  return many(
    tx,
    addedRowSchema,
    SQL`select ${addedColumns} from crosswalk_answers where response_id = ${responseId} order by row_code`,
  );
}

export async function findAdded(tx: Transaction, responseId: string, rowCode: string): Promise<AddedRow | undefined> {
  return maybeOne(
    tx,
    addedRowSchema,
    SQL`select ${addedColumns} from crosswalk_answers where response_id = ${responseId} and row_code = ${rowCode}`,
  );
}

/** False when it was changed since `baseRevision`, 0 for none. */
export async function upsertAdded(
  tx: Transaction,
  added: {
    firmId: string;
    responseId: string;
    rowCode: string;
    step: number | null;
    baseRevision: number;
    answeredAt: Date;
  },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ revision: z.int() }),
    SQL`insert into crosswalk_answers (firm_id, response_id, row_code, step, revision, answered_at)
      values (${added.firmId}, ${added.responseId}, ${added.rowCode}, ${added.step}, ${added.baseRevision} + 1,
        ${added.answeredAt})
      on conflict (response_id, row_code) do update
      set step = excluded.step, revision = excluded.revision, answered_at = excluded.answered_at
      where crosswalk_answers.revision = ${added.baseRevision}
      returning revision`,
  );
  return row !== undefined;
}
