import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import type { ConsentRow } from './consent-repository.ts';
import { getFirmRow } from './firm-repository.ts';
import { listMembers } from './membership-repository.ts';
import { nameReceiver } from './name-receiver.ts';

type Consent = Pick<ConsentRow, 'consentId' | 'purpose' | 'receiverCode' | 'receiverName' | 'wordingVersion'> & {
  firmId: string;
};

type What = 'consent-given' | 'consent-withdrawn';

export async function recordConsent(tx: Transaction, action: What, consent: Consent): Promise<void> {
  const { consentId, firmId, purpose, receiverCode } = consent;
  const detail = { firmId, purpose, receiver: receiverCode };
  await recordAudit(tx, { action, objectKind: 'consent', objectId: consentId, detail });
}

/** Writes down that a consent was given or withdrawn, and tells every owner of the firm. */
export async function tellOfConsent(context: Context, tx: Transaction, kind: What, consent: Consent): Promise<void> {
  await recordConsent(tx, kind, consent);
  const { consentId, firmId, purpose } = consent;
  const firm = await getFirmRow(tx, firmId);
  const receiver = nameReceiver(consent);
  for (const { role, personId, email, language } of await listMembers(tx, firmId)) {
    if (role !== 'owner' || email === null || language === null) continue;
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind,
      recipient: email,
      language,
      facts: { firmName: firm.name ?? '', receiverSv: receiver.sv, receiverEn: receiver.en, purpose },
      dedupeKey: `${kind}:${consentId}:${personId}`,
      createdAt: context.clock.now(),
    });
  }
}
