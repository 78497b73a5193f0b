import { findAnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getReachableResponse } from './access.ts';
import { listAnswers } from './answer-repository.ts';
import type { ResponseBody } from './describe-response.ts';
import { describeResponse } from './describe-response.ts';
import { findSubmission } from './submission-repository.ts';

export async function getResponse(context: Context, access: AccessContext, responseId: string): Promise<ResponseBody> {
  return inTransaction(context.database, access, async (tx) => {
    const response = await getReachableResponse(tx, responseId);
    const answers = await listAnswers(tx, responseId);
    const submission = await findSubmission(tx, responseId);
    const isLed = response.respondent === null && response.status === 'open';
    const campaign = isLed ? await findAnsweredCampaign(tx) : undefined;
    return describeResponse(response, answers, submission, { campaign, now: context.clock.now() });
  });
}
