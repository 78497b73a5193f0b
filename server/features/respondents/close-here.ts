import type { AccessContext, Database } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { isOwnRespondent } from './repository.ts';

/** Only a respondent's: whoever leads keeps the one way there is to the answers of the firm. */
export async function confirmOwnRespondent(
  { database }: { database: Database },
  access: AccessContext,
  responseId: string,
): Promise<void> {
  await inTransaction(database, access, async (tx) => {
    if (!(await isOwnRespondent(tx, responseId))) throw new DomainError('not-found');
  });
}
