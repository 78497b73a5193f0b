import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { getLed } from './access.ts';
import { describeRespondents, type RespondentsBody } from './describe-respondents.ts';

export async function listRespondents(
  context: Context,
  access: AccessContext,
  { responseId, account }: { responseId: string; account: Account | undefined },
): Promise<RespondentsBody> {
  return inTransaction(context.database, access, async (tx) =>
    describeRespondents(context, tx, await getLed(tx, responseId), account),
  );
}
