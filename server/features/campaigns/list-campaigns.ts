import type * as z from 'zod/mini';
import type { listCampaigns as endpoint } from '#shared/contracts/campaigns.ts';
import { stateOn } from '#shared/domain/campaign/campaign-state.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { standingOf } from './describe-campaign.ts';
import { listCampaignRows } from './repository.ts';

type CampaignsBody = z.input<(typeof endpoint.responses)[200]>;

export async function listCampaigns(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<CampaignsBody> {
  const today = swedishDate(context.clock.now());
  const rows = await asStaffOf(context, access, { organisationId }, (tx) => listCampaignRows(tx, organisationId));
  return {
    campaigns: rows.map((row) => {
      const { campaignId, name, formCode, opensOn, closesOn, firms, invited, begun, finished } = row;
      return {
        ...{ campaignId, name, formCode, opensOn, closesOn, firms, invited, begun, finished },
        state: stateOn(standingOf(row), today),
      };
    }),
  };
}
