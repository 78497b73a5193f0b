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
    return describeResponse(response, answers, await findSubmission(tx, responseId));
  });
}
