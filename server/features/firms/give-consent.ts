import type { StandingPurpose } from '#shared/domain/access/consent.ts';
import { regionsReceiver, replacesWording } from '#shared/domain/access/consent.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import { insertConsent, listConsents, listOpenProviders, updateConsentToWithdrawn } from './consent-repository.ts';
import type { FirmAccessBody } from './describe-access.ts';
import { describeAccess, findProviderCounties } from './describe-access.ts';
import { recordConsent, tellOfConsent } from './tell-of-consent.ts';

export type ConsentInput = {
  firmId: string;
  purpose: StandingPurpose;
  receiver: string;
  wordingVersion: string;
  language: Language;
};

/**
 * Lets one receiver in for one purpose. What stands already is not given again; by an earlier wording it ends as the
 * newer one is given, where that takes its place.
 */
export async function giveConsent(
  context: Context,
  access: AccessContext,
  input: ConsentInput,
): Promise<FirmAccessBody> {
  const { firmId, receiver } = input;
  refuseUnknownWording(context, input);
  const counties = await findProviderCounties(context);
  const body = await inFirm(context, access, { firmId, action: 'give-consent' }, async (tx) => {
    const receiverName = await findReceiverName(tx, input);
    const consent = { ...input, consentId: context.identifiers.newId(), givenAt: context.clock.now() };
    await endEarlierWording(tx, consent);
    if (await insertConsent(tx, consent)) {
      await tellOfConsent(context, tx, 'consent-given', { ...consent, receiverCode: receiver, receiverName });
    }
    return describeAccess(tx, firmId, counties);
  });
  context.wakeWorker();
  return body;
}

/** Nobody is told of it by itself: the mail about the new one is enough. */
async function endEarlierWording(tx: Transaction, given: ConsentInput & { readonly givenAt: Date }): Promise<void> {
  const { firmId, purpose, receiver } = given;
  const earlier = (await listConsents(tx, firmId)).find(
    (each) =>
      each.purpose === purpose &&
      each.receiverCode === receiver &&
      each.withdrawnAt === null &&
      replacesWording(purpose, each.wordingVersion, given.wordingVersion),
  );
  if (earlier === undefined || !(await updateConsentToWithdrawn(tx, { ...earlier, firmId }, given.givenAt))) return;
  await recordConsent(tx, 'consent-withdrawn', { ...earlier, firmId });
}

function refuseUnknownWording({ bundle }: Context, { purpose, wordingVersion }: ConsentInput): void {
  const isKnown = bundle.consentWordings.some(
    (wording) => wording.purpose === purpose && wording.version === wordingVersion,
  );
  if (isKnown) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'body/wordingVersion', code: 'unknown-wording' }] });
}

/** Null for the regions together. Statistics are theirs and nobody else's, and nothing else is. */
async function findReceiverName(tx: Transaction, { purpose, receiver }: ConsentInput): Promise<LocalisedText | null> {
  if (purpose === 'statistics' && receiver === regionsReceiver) return null;
  const provider = (await listOpenProviders(tx)).find(({ code }) => code === receiver);
  if (provider === undefined || purpose === 'statistics') {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/receiver', code: 'unknown-receiver' }] });
  }
  return provider.name;
}
