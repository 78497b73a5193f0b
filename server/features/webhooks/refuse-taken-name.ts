import { isNameTaken } from '#shared/domain/wording/is-name-taken.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listWebhookRows } from './repository.ts';

/** Two receivers of one name could not be told apart in the list. */
export async function refuseTakenName(
  tx: Transaction,
  { organisationId, name, webhookId }: { organisationId: string; name: string; webhookId?: string },
): Promise<void> {
  const others = (await listWebhookRows(tx, organisationId)).filter((each) => each.webhookId !== webhookId);
  if (!isNameTaken(name, others)) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'body/name', code: 'name-taken' }] });
}
