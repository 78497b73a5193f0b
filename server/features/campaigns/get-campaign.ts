import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { type CampaignBody, describeCampaign, type Place } from './describe-campaign.ts';

export async function getCampaign(context: Context, access: AccessContext, place: Place): Promise<CampaignBody> {
  return asStaffOf(context, access, { organisationId: place.organisationId }, (tx) =>
    describeCampaign(tx, place, context.clock.now()),
  );
}
