import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { updateCountsAlone } from './opening-repository.ts';

/** What a respondent answers may count where few have answered, or may not; it can be said anew until the firm submits. */
export async function chooseCountsAlone(
  context: Context,
  access: AccessContext,
  input: { responseId: string; countsAlone: boolean },
): Promise<{ countsAlone: boolean }> {
  return inTransaction(context.database, access, async (tx) => {
    const isStored = await updateCountsAlone(tx, input);
    if (isStored === undefined) throw new DomainError('not-found');
    if (!isStored) throw new DomainError('response-already-submitted');
    return { countsAlone: input.countsAlone };
  });
}
