import type * as z from 'zod/mini';
import type { listCampaigns as endpoint } from '#shared/contracts/campaigns.ts';
import { stateOn } from '#shared/domain/campaign/campaign-state.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { standingOf, toldOf } from './describe-campaign.ts';
import { listCampaignRows, listRegionCampaignRows } from './repository.ts';

type CampaignsBody = z.input<(typeof endpoint.responses)[200]>;

export async function listCampaigns(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<CampaignsBody> {
  const today = swedishDate(context.clock.now());
  const { organiser, rows } = await asOrganiserOf(context, access, organisationId, async (tx, of) => ({
    organiser: of,
    rows:
      of === 'provider'
        ? await listCampaignRows(tx, organisationId)
        : (await listRegionCampaignRows(tx, organisationId)).map(({ groups, ...row }) => ({
            ...row,
            ...toldOf(groups),
          })),
  }));
  return {
    organiser,
    campaigns: rows.map((row) => {
      const { campaignId, name, formCode, opensOn, closesOn, firms, invited, begun, finished } = row;
      return {
        ...{ campaignId, name, formCode, opensOn, closesOn, firms, invited, begun, finished },
        state: stateOn(standingOf(row), today),
      };
    }),
  };
}
