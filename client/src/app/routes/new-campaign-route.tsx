import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams } from 'react-router';
import { fetchCampaigns, sendCampaign } from '../../features/campaigns/api.ts';
import { contentOf, newForm } from '../../features/campaigns/campaign-content.ts';
import { CampaignFormPage } from '../../features/campaigns/campaign-form-page.tsx';
import { today } from '../../lib/today.ts';
import { useCampaignPaths } from '../campaigns.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchCampaigns(params['organisationId'] ?? ''));
}

export function Component() {
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const loaded = useLoaderData<Awaited<ReturnType<typeof fetchCampaigns>> | null>();
  const paths = useCampaignPaths();
  if (loaded === null) return <NotFoundPage />;
  const { versions } = loaded;
  return (
    <CampaignFormPage
      organisationId={organisationId}
      initial={newForm(today(), versions[0]?.forms[0]?.code ?? '')}
      versions={versions}
      isOpened={false}
      backHref={paths.campaigns(organisationId)}
      onSave={async (form) => {
        const campaignId = await sendCampaign(organisationId, contentOf(form));
        await navigate(paths.campaign(organisationId, campaignId));
      }}
    />
  );
}
