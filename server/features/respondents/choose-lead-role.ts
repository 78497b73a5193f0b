import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { getLed, lockLedOpen } from './access.ts';
import { describeRespondents, type RespondentsBody } from './describe-respondents.ts';
import { updateLeadRole } from './repository.ts';

/** From where whoever leads sees the firm, which their answers are compared by. */
export async function chooseLeadRole(
  context: Context,
  access: AccessContext,
  { responseId, role, account }: { responseId: string; role: RespondentRole; account: Account | undefined },
): Promise<RespondentsBody> {
  return inTransaction(context.database, access, async (tx) => {
    const { assessmentId } = await lockLedOpen(tx, responseId);
    await updateLeadRole(tx, assessmentId, role);
    return describeRespondents(context, tx, await getLed(tx, responseId), account);
  });
}
