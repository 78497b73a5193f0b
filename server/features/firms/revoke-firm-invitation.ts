import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import { hasInvitation, updateInvitationToRevoked } from './invitation-repository.ts';

/** Does nothing to an invitation that was used, turned down or revoked already. */
export async function revokeFirmInvitation(
  context: Context,
  access: AccessContext,
  { firmId, invitationId }: { firmId: string; invitationId: string },
): Promise<FirmBody> {
  return inFirm(context, access, { firmId, action: 'manage-members' }, async (tx, role) => {
    if (!(await hasInvitation(tx, firmId, invitationId))) throw new DomainError('not-found');
    const now = context.clock.now();
    if (await updateInvitationToRevoked(tx, { firmId, invitationId }, now)) {
      await recordAudit(tx, {
        action: 'invitation-revoked',
        objectKind: 'invitation',
        objectId: invitationId,
        detail: { firmId },
      });
    }
    return describeFirm(tx, firmId, { role, now });
  });
}
