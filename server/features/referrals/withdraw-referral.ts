import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getReferral, getSubmitted } from './access.ts';
import type { ReferralBody } from './describe-referral.ts';
import { describeReferral } from './describe-referral.ts';
import { updateToWithdrawn } from './repository.ts';

/** Withdraws the request and the consent behind it; withdrawing again changes nothing. */
export async function withdrawReferral(
  context: Context,
  accessKey: string,
  { responseId, referralId }: { responseId: string; referralId: string },
): Promise<ReferralBody> {
  const row = await inTransaction(context.database, { accessKey }, async (tx) => {
    const { firmId } = await getSubmitted(tx, responseId);
    const { consentId } = await getReferral(tx, responseId, referralId);
    await updateToWithdrawn(tx, { firmId, referralId, consentId }, context.clock.now());
    return getReferral(tx, responseId, referralId);
  });
  return describeReferral(context, row);
}
