import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchCampaigns } from '../../features/campaigns/api.ts';
import { CampaignsPage } from '../../features/campaigns/campaigns-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchCampaigns(params['organisationId'] ?? ''));
}

export function Component() {
  const campaigns = useLoaderData<Awaited<ReturnType<typeof fetchCampaigns>> | null>();
  const { organisationId = '' } = useParams();
  if (campaigns === null) return <NotFoundPage />;
  const hrefs = {
    newCampaign: paths.newCampaign(organisationId),
    campaign: (campaignId: string) => paths.campaign(organisationId, campaignId),
  };
  return <CampaignsPage campaigns={campaigns} hrefs={hrefs} />;
}
