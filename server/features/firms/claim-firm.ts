import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertClaim, isResponseOpen } from './firm-repository.ts';

export type ClaimInput = { account: Account | undefined; responseId: string };

export type Claimed = { readonly firmId: string; readonly isRepeated: boolean };

/**
 * Makes the signed-in person the owner of the firm that the browser's key opens. Every key of it ends, and with them
 * every resume link; the answers stay as they are. Repeating it changes nothing.
 */
export async function claimFirm(
  context: Context,
  access: AccessContext,
  { account, responseId }: ClaimInput,
): Promise<Claimed> {
  if (account === undefined) throw new DomainError('sign-in-required');
  return inTransaction(context.database, access, async (tx) => {
    if (!(await isResponseOpen(tx, responseId))) throw new DomainError('not-found');
    const claim = await insertClaim(tx, {
      membershipId: context.identifiers.newId(),
      responseId,
      claimedAt: context.clock.now(),
    });
    if (claim === undefined) throw new DomainError('not-found');
    if (!claim.isRepeated) {
      await recordAudit(tx, { action: 'firm-claimed', objectKind: 'firm', objectId: claim.firmId });
    }
    return claim;
  });
}
