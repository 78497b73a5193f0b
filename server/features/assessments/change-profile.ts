import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { findAnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getLedOpenResponse, getReachableResponse } from './access.ts';
import { listAnswers } from './answer-repository.ts';
import type { ResponseBody } from './describe-response.ts';
import { describeResponse } from './describe-response.ts';
import { readFirmIdentity } from './firm-identity.ts';
import { readFirmProfile } from './read-firm-profile.ts';
import { lockResponse, updateProfile } from './response-repository.ts';
import { lockAssessmentOf } from './together-repository.ts';

export async function changeProfile(
  context: Context,
  access: AccessContext,
  responseId: string,
  input: { profile: FirmProfile; organisationNumber?: string | undefined; firmName?: string | undefined },
): Promise<ResponseBody> {
  const identity = readFirmIdentity(input);
  const profile = readFirmProfile(input.profile);
  return inTransaction(context.database, access, async (tx) => {
    // In the order of a submission, which holds both.
    await lockAssessmentOf(tx, responseId);
    await lockResponse(tx, responseId);
    const response = await getLedOpenResponse(tx, responseId);
    await updateProfile(tx, response, { profile, ...identity });
    const changed = await getReachableResponse(tx, responseId);
    const answers = await listAnswers(tx, responseId);
    const campaign = await findAnsweredCampaign(tx);
    return describeResponse(changed, answers, undefined, { campaign, now: context.clock.now() });
  });
}
