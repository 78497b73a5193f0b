import { recordAudit } from '../../platform/audit/repository.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateSentInvitationsToRevoked } from './invitation-repository.ts';
import { updateLinksOfPersonToTakenBack } from './link-repository.ts';

/** Takes back what somebody has sent, links to results too, who is about to be an owner no longer; which invitations those were. */
export async function revokeSent(
  tx: Transaction,
  sender: { firmId: string; personId: string },
  revokedAt: Date,
): Promise<string[]> {
  const invitationIds = await updateSentInvitationsToRevoked(tx, sender, revokedAt);
  for (const invitationId of invitationIds) {
    await recordAudit(tx, {
      action: 'invitation-revoked',
      objectKind: 'invitation',
      objectId: invitationId,
      detail: { firmId: sender.firmId, isSenderGone: true },
    });
  }
  for (const resultLinkId of await updateLinksOfPersonToTakenBack(tx, sender, revokedAt)) {
    await recordAudit(tx, {
      action: 'result-link-taken-back',
      objectKind: 'result-link',
      objectId: resultLinkId,
      detail: { firmId: sender.firmId, isSenderGone: true },
    });
  }
  return invitationIds;
}
