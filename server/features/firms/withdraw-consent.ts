import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import { findConsent, updateConsentToWithdrawn } from './consent-repository.ts';
import type { FirmAccessBody } from './describe-access.ts';
import { describeAccess, findProviderCounties } from './describe-access.ts';
import { tellOfConsent } from './tell-of-consent.ts';

/** Takes a consent back, and a request for contact with the consent it came with. Doing so again changes nothing. */
export async function withdrawConsent(
  context: Context,
  access: AccessContext,
  { firmId, consentId }: { firmId: string; consentId: string },
): Promise<FirmAccessBody> {
  const counties = await findProviderCounties(context);
  const body = await inFirm(context, access, { firmId, action: 'give-consent' }, async (tx) => {
    const consent = await findConsent(tx, firmId, consentId);
    if (consent === undefined) throw new DomainError('not-found');
    if (await updateConsentToWithdrawn(tx, { firmId, consentId }, context.clock.now())) {
      await tellOfConsent(context, tx, 'consent-withdrawn', { ...consent, firmId });
    }
    return describeAccess(tx, firmId, counties);
  });
  context.wakeWorker();
  return body;
}
