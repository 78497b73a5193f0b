import { canBeReminded } from '#shared/domain/respondents/respondent-state.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { lockLedOpen } from './access.ts';
import { canMail, describeRespondents, type RespondentsBody } from './describe-respondents.ts';
import { hasRespondent, lockRespondent, updateRespondentToReminded } from './respondent-repository.ts';

/** One mail more to somebody who was invited by mail and is not done; never a second one. */
export async function remindRespondent(
  context: Context,
  access: AccessContext,
  { responseId, respondentId, account }: { responseId: string; respondentId: string; account: Account | undefined },
): Promise<RespondentsBody> {
  const told = await inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId, ({ assessmentId }) =>
      hasRespondent(tx, { assessmentId, respondentId }),
    );
    const respondent = { assessmentId: led.assessmentId, respondentId };
    const found = await lockRespondent(tx, respondent);
    const now = context.clock.now();
    if (found.email === null || account === undefined || !canMail(led, account) || !canBeReminded(found, now)) {
      throw new DomainError('respondent-not-to-remind');
    }
    await updateRespondentToReminded(tx, respondent, now);
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind: 'respondent-reminder',
      recipient: found.email,
      language: found.language,
      facts: {
        inviterName: account.name ?? account.email,
        inviterPersonId: account.personId,
        placeName: led.firmName ?? '',
        lastDay: swedishDate(found.expiresAt),
        respondentId,
      },
      dedupeKey: `respondent-reminder:${respondentId}`,
      createdAt: now,
    });
    await recordAudit(tx, {
      action: 'respondent-reminded',
      objectKind: 'respondent',
      objectId: respondentId,
      detail: { firmId: led.firmId },
    });
    return describeRespondents(context, tx, led, account);
  });
  context.wakeWorker();
  return told;
}
