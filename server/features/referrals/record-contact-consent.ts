import { recordAudit } from '../../platform/audit/repository.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Writes down that a consent to be contacted was given or withdrawn. */
export async function recordContactConsent(
  tx: Transaction,
  action: 'consent-given' | 'consent-withdrawn',
  consent: { firmId: string; consentId: string; providerCode: string },
): Promise<void> {
  await recordAudit(tx, {
    action,
    objectKind: 'consent',
    objectId: consent.consentId,
    detail: { firmId: consent.firmId, purpose: 'contact', receiver: consent.providerCode },
  });
}
