import { insertLook } from '../../platform/audit/look-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';

export type FirmPlace = { readonly organisationId: string; readonly firmId: string };

/**
 * Runs the work in one transaction that has looked at the firm's results, which the firm sees. To an organisation that
 * the firm does not let in there is nothing here.
 */
export async function lookingAtFirm<T>(
  context: Context,
  access: AccessContext,
  { organisationId, firmId }: FirmPlace,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const accessEventId = context.identifiers.newId();
    if (!(await insertLook(tx, { organisationId, firmId, purpose: 'result', accessEventId })))
      throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'firm-looked-at',
      objectKind: 'firm',
      objectId: firmId,
      detail: { organisationId, hasResults: true, hasRequests: false },
    });
    return work(tx);
  }).catch(hideRefusal);
}
