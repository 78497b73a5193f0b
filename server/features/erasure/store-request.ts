import { answerWithin } from '#shared/domain/erasure/erasure.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { periodAfter } from '../../platform/period.ts';
import { insertRequest } from './request-repository.ts';

/** Takes a request in, with the day by which it is to be answered; none while another is open. */
export async function storeRequest(
  { clock, identifiers }: Context,
  tx: Transaction,
  { personId, firmId }: { personId: string; firmId: string | null },
): Promise<void> {
  const receivedAt = clock.now();
  const erasureRequestId = identifiers.newId();
  const dueAt = periodAfter(receivedAt, answerWithin);
  if (!(await insertRequest(tx, { erasureRequestId, personId, firmId, receivedAt, dueAt }))) return;
  await recordAudit(tx, {
    action: 'erasure-requested',
    objectKind: 'erasure-request',
    objectId: erasureRequestId,
    detail: firmId === null ? { scope: 'person' } : { scope: 'firm', firmId },
  });
}
