import SQL from '@nearform/sql';
import * as z from 'zod';
import { type RespondentRole, respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { exec, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const ledRowSchema = z.object({
  firmId: z.uuid(),
  assessmentId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  isOpen: z.boolean(),
  isSimulated: z.boolean(),
  isClaimed: z.boolean(),
  firmName: z.string().nullable(),
  leadRole: respondentRoleSchema,
});
export type LedRow = z.infer<typeof ledRowSchema>;

/** The assessment whose answering the presented key or session leads. */
export async function findLed(tx: Transaction, responseId: string): Promise<LedRow | undefined> {
  return maybeOne(
    tx,
    ledRowSchema,
    SQL`select r.firm_id as "firmId", r.assessment_id as "assessmentId",
        r.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", r.status = 'open' as "isOpen",
        f.is_simulated as "isSimulated", (select is_firm_claimed()) as "isClaimed", f.name as "firmName",
        a.lead_role as "leadRole"
      from responses r
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      join firms f on f.firm_id = r.firm_id
      where r.response_id = ${responseId} and r.assessment_id = (select led_assessment_id())`,
  );
}

/** Lets whoever changes who answers, and whoever submits, follow each other. */
export async function lockAssessment(tx: Transaction, assessmentId: string): Promise<void> {
  await exec(tx, SQL`select 1 from assessments where assessment_id = ${assessmentId} for update`);
}

export async function updateLeadRole(tx: Transaction, assessmentId: string, role: RespondentRole): Promise<void> {
  await exec(tx, SQL`update assessments set lead_role = ${role} where assessment_id = ${assessmentId}`);
}
