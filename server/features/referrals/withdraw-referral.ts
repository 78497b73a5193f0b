import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getDecidable, getReferral } from './access.ts';
import type { ReferralBody } from './describe-referral.ts';
import { describeReferral } from './describe-referral.ts';
import { recordContactConsent } from './record-contact-consent.ts';
import { updateConsentToWithdrawn } from './repository.ts';

/** Withdraws the request and the consent behind it; withdrawing again changes nothing. */
export async function withdrawReferral(
  context: Context,
  access: AccessContext,
  { responseId, referralId }: { responseId: string; referralId: string },
): Promise<ReferralBody> {
  const row = await inTransaction(context.database, access, async (tx) => {
    const { firmId } = await getDecidable(tx, responseId);
    const { consentId, providerCode } = await getReferral(tx, responseId, referralId);
    if (await updateConsentToWithdrawn(tx, { firmId, consentId }, context.clock.now())) {
      await recordContactConsent(tx, 'consent-withdrawn', { firmId, consentId, providerCode });
    }
    return getReferral(tx, responseId, referralId);
  });
  return describeReferral(context, row);
}
