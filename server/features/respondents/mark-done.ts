import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { updateRespondentDone } from './opening-repository.ts';

/** A word to whoever leads and no lock: answers may be changed until the firm's are submitted. */
export async function markDone(
  context: Context,
  access: AccessContext,
  input: { responseId: string; isDone: boolean },
): Promise<{ doneAt: string | null }> {
  return inTransaction(context.database, access, async (tx) => {
    const outcome = await updateRespondentDone(tx, input, context.clock.now());
    if (outcome === undefined) throw new DomainError('not-found');
    if (!outcome.isStored) throw new DomainError('response-already-submitted');
    return { doneAt: outcome.doneAt?.toISOString() ?? null };
  });
}
