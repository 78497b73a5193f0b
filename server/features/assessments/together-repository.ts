import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { AgreementDocument } from '#shared/domain/respondents/agreement-document.ts';
import { agreementDocumentSchema } from '#shared/domain/respondents/agreement-document.ts';
import { type RespondentRole, respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import type { Other } from '#shared/domain/respondents/together.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { answerRowSchema, toAnswer } from './answer-row.ts';

const mergedRowSchema = answerRowSchema
  .pick({ itemCode: true, state: true, level: true, choice: true, isYes: true })
  .extend({ ordinal: z.int(), role: respondentRoleSchema, countsAlone: z.boolean() });

/**
 * Ends the answering of everybody but the one who leads, and gives what each of them has answered of these items, in the order in
 * which they were invited. Every save that was acknowledged is in it.
 */
export async function closeRespondents(tx: Transaction, itemCodes: readonly string[]): Promise<Other[]> {
  const rows = await many(
    tx,
    mergedRowSchema,
    SQL`select ordinal::integer as ordinal, respondent_role as role, counts_alone as "countsAlone",
        item_code as "itemCode", state, level, choice, is_yes as "isYes"
      from close_respondents(${itemCodes}) order by ordinal`,
  );
  return [...Map.groupBy(rows, ({ ordinal }) => ordinal).values()].flatMap((own) => {
    const [first] = own;
    const answers: Answers = Object.fromEntries(own.map((row) => [row.itemCode, toAnswer({ ...nothingElse, ...row })]));
    return first === undefined ? [] : [{ role: first.role, countsAlone: first.countsAlone, answers }];
  });
}

/** What of an answer is not merged. */
const nothingElse = { choices: null, number: null, text: null, comment: '' };

/** Waits for whoever opens an invitation, or says that they are done, at this moment. */
export async function lockAssessmentOf(tx: Transaction, responseId: string): Promise<void> {
  await exec(
    tx,
    SQL`select 1 from assessments a where a.assessment_id =
      (select r.assessment_id from responses r where r.response_id = ${responseId}) for update`,
  );
}

export async function getLeadRole(tx: Transaction, assessmentId: string): Promise<RespondentRole> {
  const row = await one(
    tx,
    z.object({ role: respondentRoleSchema }),
    SQL`select lead_role as role from assessments where assessment_id = ${assessmentId}`,
  );
  return row.role;
}

export async function insertAgreement(
  tx: Transaction,
  { firmId, responseId, document }: { firmId: string; responseId: string; document: AgreementDocument },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into agreements (firm_id, response_id, document)
      values (${firmId}, ${responseId}, ${JSON.stringify(document)})`,
  );
}

export async function findAgreement(tx: Transaction, responseId: string): Promise<AgreementDocument | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ document: agreementDocumentSchema }),
    SQL`select document from agreements where response_id = ${responseId}`,
  );
  return row?.document;
}
