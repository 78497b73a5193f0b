import type { Language } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { findAnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import type { Account } from '../../platform/identity/account.ts';
import { lockLedOpen } from './access.ts';
import { describeRespondents, type RespondentsBody } from './describe-respondents.ts';
import { invitationUrl } from './invite-respondent.ts';
import { invitationEnd } from './limits.ts';
import { hasActiveLink, hasRespondentLink, insertRespondentLink, updateLinkToTakenBack } from './link-repository.ts';

export type LinkInput = {
  readonly responseId: string;
  readonly mostRespondents: number;
  readonly language: Language;
  readonly account: Account | undefined;
  readonly origin: string;
};

/** To show on the wall. Its secret leaves the server here and is kept nowhere. */
export async function createRespondentLink(
  context: Context,
  access: AccessContext,
  { responseId, mostRespondents, language, account, origin }: LinkInput,
): Promise<{ url: string; respondents: RespondentsBody }> {
  const key = context.identifiers.newSecret();
  const respondents = await inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId);
    const { firmId, assessmentId } = led;
    const respondentLinkId = context.identifiers.newId();
    const createdAt = context.clock.now();
    const expiresAt = invitationEnd(createdAt, await findAnsweredCampaign(tx));
    if (await hasActiveLink(tx, assessmentId, createdAt)) throw new DomainError('respondent-link-active');
    const link = { respondentLinkId, firmId, assessmentId, mostRespondents, language, createdAt, expiresAt };
    await insertRespondentLink(tx, { ...link, keySha256: sha256(key) });
    await recordAudit(tx, {
      action: 'respondent-link-made',
      objectKind: 'respondent-link',
      objectId: respondentLinkId,
      detail: { firmId, mostRespondents },
    });
    return describeRespondents(context, tx, led, account);
  });
  return { url: invitationUrl(origin, { language, key }), respondents };
}

/** Lets nobody more in. Repeating it changes nothing. */
export async function takeRespondentLinkBack(
  context: Context,
  access: AccessContext,
  input: { responseId: string; respondentLinkId: string; account: Account | undefined },
): Promise<RespondentsBody> {
  const { responseId, respondentLinkId, account } = input;
  return inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId, ({ assessmentId: of }) =>
      hasRespondentLink(tx, { assessmentId: of, respondentLinkId }),
    );
    const { assessmentId, firmId } = led;
    const outcome = await updateLinkToTakenBack(tx, { assessmentId, respondentLinkId }, context.clock.now());
    if (outcome.isNew) {
      await recordAudit(tx, {
        action: 'respondent-link-taken-back',
        objectKind: 'respondent-link',
        objectId: respondentLinkId,
        detail: { firmId },
      });
    }
    return describeRespondents(context, tx, led, account);
  });
}
