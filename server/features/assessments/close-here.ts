import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { endPresentedKey } from './response-repository.ts';

/** This browser opens the response no longer, whatever it keeps; other browsers and links go on. A session has no key to end. */
export async function closeHere(context: Context, access: AccessContext, responseId: string): Promise<void> {
  await inTransaction(context.database, access, async (tx) => {
    if (!(await endPresentedKey(tx, responseId, context.clock.now()))) throw new DomainError('not-found');
  });
}
