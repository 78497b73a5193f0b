import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import type { Place } from './describe-campaign.ts';
import { deleteInvitee, deleteInviteeOfRegion } from './invitee-repository.ts';

export async function removeInvitee(
  context: Context,
  access: AccessContext,
  place: Place & { inviteeId: string },
): Promise<{ isRemoved: true }> {
  return asOrganiserOf(context, access, place.organisationId, async (tx, organiser) => {
    const remove = organiser === 'region' ? deleteInviteeOfRegion : deleteInvitee;
    const outcome = await remove(tx, place);
    if (outcome === 'not-found') throw new DomainError('not-found');
    if (outcome === 'has-mail') throw new DomainError('move-not-possible');
    if (outcome === 'has-begun') throw new DomainError('campaign-begun');
    const { campaignId: objectId, inviteeId } = place;
    const detail = { inviteeId };
    await recordAudit(tx, { action: 'campaign-firm-removed', objectKind: 'campaign', objectId, detail });
    return { isRemoved: true };
  });
}
