import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type AccountBody, findAccountBody } from '../../platform/identity/describe-account.ts';

export async function getVisitor(context: Context, sessionKey: string): Promise<{ account: AccountBody | null }> {
  if (sessionKey === '') return { account: null };
  const account = await inTransaction(context.database, { surface: 'identity', sessionKey }, (tx) =>
    findAccountBody(context, tx),
  );
  return { account: account ?? null };
}
