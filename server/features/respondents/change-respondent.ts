import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { lockLedOpen } from './access.ts';
import { describeRespondents, type RespondentsBody, readStructure } from './describe-respondents.ts';
import { orderPart } from './invite-respondent.ts';
import { hasRespondent, updateRespondent, updateRespondentToTakenBack } from './respondent-repository.ts';

type OfRespondent = {
  readonly responseId: string;
  readonly respondentId: string;
  readonly account: Account | undefined;
};
export type ChangeInput = OfRespondent & {
  readonly label: string;
  readonly role: RespondentRole;
  readonly part: readonly string[];
};

/** What was answered outside a smaller part is kept, and not counted. */
export async function changeRespondent(
  context: Context,
  access: AccessContext,
  { responseId, respondentId, account, label, role, part }: ChangeInput,
): Promise<RespondentsBody> {
  return inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId, ({ assessmentId: of }) =>
      hasRespondent(tx, { assessmentId: of, respondentId }),
    );
    const ordered = orderPart(await readStructure(context, tx, led), led.formCode, part);
    const { assessmentId } = led;
    const isChanged = await updateRespondent(tx, { assessmentId, respondentId }, { label, role, part: ordered });
    // One whose invitation was taken back is changed no more.
    if (!isChanged) throw new DomainError('not-found');
    return describeRespondents(context, tx, led, account);
  });
}

/** From the commit on they read and write nothing, and what they answered is not counted. Repeating it changes nothing. */
export async function takeRespondentBack(
  context: Context,
  access: AccessContext,
  { responseId, respondentId, account }: OfRespondent,
): Promise<RespondentsBody> {
  return inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, responseId, ({ assessmentId: of }) =>
      hasRespondent(tx, { assessmentId: of, respondentId }),
    );
    const { assessmentId, firmId } = led;
    const outcome = await updateRespondentToTakenBack(tx, { assessmentId, respondentId }, context.clock.now());
    if (outcome.isNew) {
      await recordAudit(tx, {
        action: 'respondent-taken-back',
        objectKind: 'respondent',
        objectId: respondentId,
        detail: { firmId },
      });
    }
    return describeRespondents(context, tx, led, account);
  });
}
