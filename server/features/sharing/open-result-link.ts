import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import { describeSharedResult, type SharedResultBody } from './describe-shared-result.ts';
import { findExpiry, insertOpening } from './repository.ts';

/** What the link shows. That it was opened stands written when it is shown, and with it when, and nothing of from where. */
export async function openResultLink(context: Context, key: string): Promise<SharedResultBody> {
  const opened = await inTransaction(context.database, nobody, async (tx) => {
    const opening = await insertOpening(tx, { keySha256: sha256(key), openingId: context.identifiers.newId() });
    if (opening === undefined) throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'result-link-opened',
      objectKind: 'result-link',
      objectId: opening.resultLinkId,
      detail: { firmId: opening.firmId },
    });
    return opening;
  });
  return describeSharedResult(context, opened, opened);
}

/** Whether an open page may go on being read. */
export async function checkResultLink(context: Context, key: string): Promise<{ expiresAt: string }> {
  const expiresAt = await inTransaction(context.database, nobody, (tx) => findExpiry(tx, sha256(key)));
  if (expiresAt === undefined) throw new DomainError('not-found');
  return { expiresAt: expiresAt.toISOString() };
}
