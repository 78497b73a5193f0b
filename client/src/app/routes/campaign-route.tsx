import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedCampaign, loadCampaign } from '../../features/campaigns/api.ts';
import { CampaignPage } from '../../features/campaigns/campaign-page.tsx';
import { useCampaignPaths } from '../campaigns.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { useSite } from '../site.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', campaignId = '' } = params;
  return staffOnly(request, () => loadCampaign({ organisationId, campaignId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedCampaign | null>();
  const navigate = useNavigate();
  const site = useSite();
  const paths = useCampaignPaths();
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, campaignId } = loaded.place;
  const hrefs = {
    campaigns: paths.campaigns(organisationId),
    change: paths.change(organisationId, campaignId),
  };
  return (
    <CampaignPage
      key={campaignId}
      loaded={loaded}
      forms={site?.forms ?? []}
      hrefs={hrefs}
      onRemoved={async () => navigate(hrefs.campaigns)}
    />
  );
}
