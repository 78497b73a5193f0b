import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { type CampaignBody, describeCampaign, type Place } from './describe-campaign.ts';

export async function getCampaign(context: Context, access: AccessContext, place: Place): Promise<CampaignBody> {
  return asOrganiserOf(context, access, place.organisationId, (tx, organiser) =>
    describeCampaign(tx, organiser, place, context.clock.now()),
  );
}
