import { recordAudit } from '../../platform/audit/repository.ts';
import { findAnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import type { Account } from '../../platform/identity/account.ts';
import { lockLedOpen } from './access.ts';
import { canMail, describeRespondents } from './describe-respondents.ts';
import { type Invited, invitationUrl } from './invite-respondent.ts';
import { invitationEnd } from './limits.ts';
import { mailInvitation, refuseTooManyMails } from './mail-invitation.ts';
import { hasRespondent, lockRespondent, renewRespondentKey } from './respondent-repository.ts';

export type RenewInput = {
  readonly responseId: string;
  readonly respondentId: string;
  readonly account: Account | undefined;
  readonly origin: string;
};

/** A way in once more, the way it was the first time; what has been answered is kept. The database says who may have one. */
export async function renewRespondent(
  context: Context,
  access: AccessContext,
  { responseId, respondentId, account, origin }: RenewInput,
): Promise<Invited> {
  const key = context.identifiers.newSecret();
  const made = await inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId, ({ assessmentId }) =>
      hasRespondent(tx, { assessmentId, respondentId }),
    );
    const { email, language } = await lockRespondent(tx, { assessmentId: led.assessmentId, respondentId });
    const renewedAt = context.clock.now();
    const expiresAt = invitationEnd(renewedAt, await findAnsweredCampaign(tx));
    if (email !== null && !canMail(led, account)) throw new DomainError('respondent-not-to-renew');
    const invitations = await renewRespondentKey(tx, { respondentId, keySha256: sha256(key), renewedAt, expiresAt });
    if (invitations === undefined) throw new DomainError('respondent-not-to-renew');
    await recordAudit(tx, {
      action: 'respondent-invited',
      objectKind: 'respondent',
      objectId: respondentId,
      detail: { firmId: led.firmId, isMailed: email !== null, invitations },
    });
    if (email !== null && account !== undefined) {
      await refuseTooManyMails(tx, led.firmId, email, renewedAt);
      const mailed = { respondentId, email, language, expiresAt, invitations };
      await mailInvitation(context, tx, mailed, { firmName: led.firmName, account });
    }
    const url = email === null ? invitationUrl(origin, { language, key }) : null;
    return { url, respondents: await describeRespondents(context, tx, led, account) };
  });
  context.wakeWorker();
  return made;
}
