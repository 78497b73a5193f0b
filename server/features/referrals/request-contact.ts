import type { ContactRequest } from '#shared/contracts/referrals.ts';
import { wishStandingOf } from '#shared/domain/edition/wished-edition.ts';
import { allowsAnotherRequest } from '#shared/domain/referral/referral-states.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { once } from '../../platform/idempotency/once.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { getDecidable, getReferral } from './access.ts';
import type { ReferralBody } from './describe-referral.ts';
import { describeReferral } from './describe-referral.ts';
import { recordContactConsent } from './record-contact-consent.ts';
import type { NewReferral, ReferralRow, SubmittedRow } from './repository.ts';
import { findWishable, insertReferral, listReferralRows, lockRequests } from './repository.ts';

export type ContactInput = { responseId: string; idempotencyKey: string; request: ContactRequest };

/** Stores the firm's wish to be contacted, with the consent it gave. A package is asked for once at a time. */
export async function requestContact(
  context: Context,
  access: AccessContext,
  { responseId, idempotencyKey, request }: ContactInput,
): Promise<{ referral: ReferralBody; isRepeated: boolean }> {
  refuseUnknownWording(context, request);
  const outcome = await inTransaction(
    context.database,
    access,
    async (tx) => {
      const submitted = await getDecidable(tx, responseId);
      await lockRequests(tx, responseId);
      const key = {
        firmId: submitted.firmId,
        responseId,
        endpoint: 'requestContact',
        idempotencyKey,
        requestSha256: sha256OfJson(request),
      };
      const effect = await once(tx, key, async () => {
        const earlier = (await listReferralRows(tx, responseId)).filter(
          ({ packageCode }) => packageCode === request.packageCode,
        );
        const live = earlier.find(({ status }) => !allowsAnotherRequest(status));
        if (live !== undefined) return live.referralId;
        const referral = await composeReferral(context, tx, submitted, { request, before: earlier.at(-1) });
        await refuseGoneWish(context, tx, referral);
        await insertReferral(tx, referral);
        await recordContactConsent(tx, 'consent-given', referral);
        return referral.referralId;
      });
      return { row: await getReferral(tx, responseId, effect.resultId), isRepeated: effect.isRepeated };
    },
    { isRetriable: true },
  );
  return { referral: await describeReferral(context, outcome.row), isRepeated: outcome.isRepeated };
}

function refuseUnknownWording(context: Context, request: ContactRequest): void {
  const isKnown = context.bundle.consentWordings.some(
    ({ purpose, version }) => purpose === 'contact' && version === request.consentWordingVersion,
  );
  if (!isKnown) {
    throw new DomainError('invalid-request', {
      fields: [{ path: 'body/consentWordingVersion', code: 'unknown-wording' }],
    });
  }
}

function chooseProvider(catalogue: Catalogue, submitted: SubmittedRow, packageCode: string): string {
  const suggested = submitted.suggested.find((suggestion) => suggestion.packageCode === packageCode);
  const provider = suggested?.providerCode ?? catalogue.packages.find(({ code }) => code === packageCode)?.providers[0];
  if (provider === undefined) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/packageCode', code: 'unknown-package' }] });
  }
  return provider;
}

/** A group that takes no firms any more is told from none that there never was, or of somebody else, to nobody. */
async function refuseGoneWish(context: Context, tx: Transaction, referral: NewReferral): Promise<void> {
  const { wishedEditionId: editionId, packageCode, providerCode } = referral;
  if (editionId === null) return;
  const wished = await findWishable(tx, { editionId, packageCode, providerCode });
  if (wished === undefined || wishStandingOf(wished, swedishDate(context.clock.now())) === 'gone') {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/wishedEditionId', code: 'edition-gone' }] });
  }
}

async function composeReferral(
  context: Context,
  tx: Transaction,
  submitted: SubmittedRow,
  { request, before }: { request: ContactRequest; before: ReferralRow | undefined },
): Promise<NewReferral> {
  const version = await context.published.findCatalogue(submitted.catalogueVersionId, tx);
  if (version === undefined) throw new DomainError('internal-error');
  return {
    referralId: context.identifiers.newId(),
    consentId: context.identifiers.newId(),
    firmId: submitted.firmId,
    submissionId: submitted.submissionId,
    catalogueVersionId: submitted.catalogueVersionId,
    packageCode: request.packageCode,
    // Whom the one before was handed over to is whom the firm agrees to now.
    providerCode: before?.handedOverTo ?? chooseProvider(version.catalogue, submitted, request.packageCode),
    wishedEditionId: request.wishedEditionId ?? null,
    fromReferralId: before?.status === 'handed-over' ? before.referralId : null,
    isSuggested: submitted.suggested.some(({ packageCode }) => packageCode === request.packageCode),
    firmName: request.firmName,
    contactName: request.contactName,
    email: request.email,
    telephone: request.telephone ?? null,
    message: request.message ?? null,
    consentWordingVersion: request.consentWordingVersion,
    language: submitted.language,
    createdAt: context.clock.now(),
  };
}
