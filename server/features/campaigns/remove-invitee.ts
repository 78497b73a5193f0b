import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import type { Place } from './describe-campaign.ts';
import { deleteInvitee } from './invitee-repository.ts';

export async function removeInvitee(
  context: Context,
  access: AccessContext,
  place: Place & { inviteeId: string },
): Promise<{ isRemoved: true }> {
  return asStaffOf(context, access, { organisationId: place.organisationId }, async (tx) => {
    const outcome = await deleteInvitee(tx, place);
    if (outcome === 'not-found') throw new DomainError('not-found');
    if (outcome === 'has-begun') throw new DomainError('campaign-begun');
    await recordAudit(tx, { action: 'campaign-firm-removed', objectKind: 'campaign', objectId: place.campaignId });
    return { isRemoved: true };
  });
}
