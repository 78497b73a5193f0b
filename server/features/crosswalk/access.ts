import { insertLook } from '../../platform/audit/look-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AddedRow, findSubmitted, listAdded, type SubmittedRow } from './repository.ts';

export type SharedPlace = { readonly organisationId: string; readonly firmId: string; readonly responseId: string };

export type Material = { readonly submitted: SubmittedRow; readonly added: readonly AddedRow[] };

/** What there is to derive from; of a response that is not submitted yet, as of one that is not ours, nothing. */
export async function readMaterial(tx: Transaction, responseId: string): Promise<Material> {
  const submitted = await findSubmitted(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return { submitted, added: await listAdded(tx, responseId) };
}

/** The material of the response that the presented key or session opens. */
export async function readOwn(context: Context, access: AccessContext, responseId: string): Promise<Material> {
  return inTransaction(context.database, access, (tx) => readMaterial(tx, responseId));
}

/** The material of a firm that shares its results; the look is written down with the reading, and the firm sees it. */
export async function readShared(
  context: Context,
  access: AccessContext,
  { organisationId, firmId, responseId }: SharedPlace,
): Promise<Material> {
  return inTransaction(context.database, access, async (tx) => {
    const accessEventId = context.identifiers.newId();
    if (!(await insertLook(tx, { organisationId, firmId, purpose: 'result', accessEventId })))
      throw new DomainError('not-found');
    const material = await readMaterial(tx, responseId);
    await recordAudit(tx, {
      action: 'firm-looked-at',
      objectKind: 'firm',
      objectId: firmId,
      detail: { organisationId, hasResults: true, hasRequests: false },
    });
    return material;
  });
}
