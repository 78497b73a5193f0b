import type * as z from 'zod/mini';
import type { receiptSchema, responseSchema } from '#shared/contracts/responses.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { AnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { AnswerRow } from './answer-row.ts';
import { toAnswer, toStoredAnswer } from './answer-row.ts';
import type { ResponseRow } from './response-repository.ts';
import type { SubmissionRow } from './submission-repository.ts';

export type ResponseBody = z.input<typeof responseSchema>;
export type ReceiptBody = z.input<typeof receiptSchema>;

export function describeReceipt(submission: SubmissionRow): ReceiptBody {
  return {
    submissionId: submission.submissionId,
    receiptNumber: submission.receiptNumber,
    submittedAt: submission.submittedAt.toISOString(),
    answeredItems: submission.answeredItems,
    scoredItems: submission.scoredItems,
  };
}

const describeCampaign = (campaign: AnsweredCampaign, now: Date) => ({
  ...campaign,
  refusesFrom: campaign.refusesFrom.toISOString(),
  isOver: now >= campaign.refusesFrom,
});

export function describeResponse(
  response: ResponseRow,
  answers: readonly AnswerRow[],
  submission: SubmissionRow | undefined,
  answered?: { readonly campaign: AnsweredCampaign | undefined; readonly now: Date },
): ResponseBody {
  const { responseId, instrumentVersionId, formCode, language, status, isSimulated, isClaimed } = response;
  const { firmId, firmName, organisationNumber, profile, respondent } = response;
  return {
    responseId,
    instrumentVersionId,
    formCode,
    language,
    status,
    isSimulated,
    isClaimed,
    firmId: isClaimed ? firmId : null,
    firmName,
    organisationNumber,
    profile,
    answers: answers.map(toStoredAnswer),
    startedAt: response.startedAt.toISOString(),
    receipt: submission === undefined ? null : describeReceipt(submission),
    continuesFormCode: response.continuesFormCode,
    continuesResponseId: response.continuesResponseId,
    campaign: answered?.campaign === undefined ? null : describeCampaign(answered.campaign, answered.now),
    respondent: respondent && { ...respondent, doneAt: respondent.doneAt?.toISOString() ?? null },
  };
}

export function toAnswers(rows: readonly AnswerRow[]): Answers {
  return Object.fromEntries(rows.map((row) => [row.itemCode, toAnswer(row)]));
}
