import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { fetchCampaign, fetchCampaigns, sendChange } from '../../features/campaigns/api.ts';
import { contentOf, formOf } from '../../features/campaigns/campaign-content.ts';
import { CampaignFormPage } from '../../features/campaigns/campaign-form-page.tsx';
import { useCampaignPaths } from '../campaigns.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

const load = async (organisationId: string, campaignId: string) => ({
  place: { organisationId, campaignId },
  campaign: await fetchCampaign({ organisationId, campaignId }),
  versions: (await fetchCampaigns(organisationId)).versions,
});

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['organisationId'] ?? '', params['campaignId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Awaited<ReturnType<typeof load>> | null>();
  const navigate = useNavigate();
  const paths = useCampaignPaths();
  if (loaded === null || loaded.campaign.state === 'ended') return <NotFoundPage />;
  const { place, campaign, versions } = loaded;
  const { organisationId, campaignId } = place;
  const back = paths.campaign(organisationId, campaignId);
  return (
    <CampaignFormPage
      key={campaignId}
      organisationId={organisationId}
      initial={formOf(campaign)}
      versions={versions}
      isOpened={campaign.state !== 'draft'}
      backHref={back}
      onSave={async (form) => {
        await sendChange(place, campaign.revision, contentOf(form));
        await navigate(back);
      }}
    />
  );
}
