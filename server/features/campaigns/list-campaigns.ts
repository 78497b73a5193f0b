import type * as z from 'zod/mini';
import type { listCampaigns as endpoint } from '#shared/contracts/campaigns.ts';
import { stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { formTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { standingOf, toldOf } from './describe-campaign.ts';
import { countCampaignRows, listCampaignRows, listRegionCampaignRows } from './repository.ts';

type AnswerableVersion = Awaited<ReturnType<Context['published']['answerableVersions']>>[number];
type CampaignsBody = z.input<(typeof endpoint.responses)[200]>;

function describeVersion(version: AnswerableVersion): CampaignsBody['versions'][number] {
  const { instrumentVersionId, versionNumber, publishedAt, definition } = version;
  const { structure, texts } = definition;
  return {
    instrumentVersionId,
    versionNumber,
    publishedOn: swedishDate(publishedAt),
    forms: structure.forms.map(({ code, minutes }) => ({
      code,
      minutes,
      name: textOf(texts, formTextKeys.name(code), code),
    })),
  };
}

export async function listCampaigns(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<CampaignsBody> {
  const today = swedishDate(context.clock.now());
  const { organiser, rows, count } = await asOrganiserOf(context, access, organisationId, async (tx, of) => ({
    organiser: of,
    rows:
      of === 'provider'
        ? await listCampaignRows(tx, organisationId)
        : (await listRegionCampaignRows(tx, organisationId, today)).map(({ groups, ...row }) => ({
            ...row,
            ...toldOf(groups),
          })),
    count: await countCampaignRows(tx, organisationId),
  }));
  const versions = await context.published.answerableVersions();
  return {
    organiser,
    versions: versions.map(describeVersion),
    count,
    campaigns: rows.map((row) => {
      const { campaignId, isSimulated, name, formCode, opensOn, closesOn, firms, invited, begun, finished } = row;
      return {
        ...{ campaignId, isSimulated, name, formCode, opensOn, closesOn, firms, invited, begun, finished },
        state: stateOn(standingOf(row), today),
      };
    }),
  };
}
