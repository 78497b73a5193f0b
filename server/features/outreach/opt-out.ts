import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { optOut } from './repository.ts';

export async function optOutOfContact(context: Context, code: string): Promise<{ isNoted: true }> {
  await inTransaction(context.database, nobody, (tx) => optOut(tx, code, context.clock.now()));
  return { isNoted: true };
}
