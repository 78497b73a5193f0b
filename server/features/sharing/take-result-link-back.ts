import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { getShareable } from './access.ts';
import { describeLinks, type ResultLinksBody } from './describe-links.ts';
import { readSharing } from './list-result-links.ts';
import { updateLinkToTakenBack } from './repository.ts';

/** From the commit on nothing is opened by it. Repeating it changes nothing. */
export async function takeResultLinkBack(
  context: Context,
  access: AccessContext,
  { responseId, resultLinkId, account }: { responseId: string; resultLinkId: string; account: Account | undefined },
): Promise<ResultLinksBody> {
  const sharing = await inTransaction(context.database, access, async (tx) => {
    const { firmId } = await getShareable(tx, responseId);
    const outcome = await updateLinkToTakenBack(tx, { firmId, resultLinkId }, context.clock.now());
    if (outcome === undefined) throw new DomainError('not-found');
    if (outcome.isNew) {
      await recordAudit(tx, {
        action: 'result-link-taken-back',
        objectKind: 'result-link',
        objectId: resultLinkId,
        detail: { firmId },
      });
    }
    return readSharing(tx, responseId);
  });
  return describeLinks(context, sharing, account);
}
