import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { RequestRow } from './request-repository.ts';
import { updateRequestToWithdrawn } from './request-repository.ts';

/** Takes back one of these requests, as long as nobody has decided. Taking it back again changes nothing. */
export async function withdrawRequest(
  { clock }: Context,
  tx: Transaction,
  requests: readonly RequestRow[],
  erasureRequestId: string,
): Promise<void> {
  const request = requests.find((row) => row.erasureRequestId === erasureRequestId);
  if (request === undefined) throw new DomainError('not-found');
  if (request.status === 'withdrawn') return;
  if (!(await updateRequestToWithdrawn(tx, erasureRequestId, clock.now()))) throw new DomainError('already-decided');
  await recordAudit(tx, {
    action: 'erasure-withdrawn',
    objectKind: 'erasure-request',
    objectId: erasureRequestId,
    detail: request.firmId === null ? { scope: 'person' } : { scope: 'firm', firmId: request.firmId },
  });
}
