import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchCampaigns } from '../../features/campaigns/api.ts';
import { CampaignsPage } from '../../features/campaigns/campaigns-page.tsx';
import { useCampaignPaths } from '../campaigns.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchCampaigns(params['organisationId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Awaited<ReturnType<typeof fetchCampaigns>> | null>();
  const paths = useCampaignPaths();
  const { organisationId = '' } = useParams();
  if (loaded === null) return <NotFoundPage />;
  const hrefs = {
    newCampaign: paths.newCampaign(organisationId),
    campaign: (campaignId: string) => paths.campaign(organisationId, campaignId),
  };
  const { organiser, campaigns, count } = loaded;
  return <CampaignsPage {...{ organiser, campaigns, count, hrefs }} />;
}
