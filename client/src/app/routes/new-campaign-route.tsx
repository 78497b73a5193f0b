import { useNavigate, useParams, useRevalidator } from 'react-router';
import { sendCampaign } from '../../features/campaigns/api.ts';
import { contentOf, newForm } from '../../features/campaigns/campaign-content.ts';
import { CampaignFormPage } from '../../features/campaigns/campaign-form-page.tsx';
import { today } from '../../lib/today.ts';
import { useCampaignPaths, useIsOrganiser } from '../campaigns.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { useSite } from '../site.ts';

export function Component() {
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const { revalidate, state } = useRevalidator();
  const site = useSite();
  const paths = useCampaignPaths();
  const isOrganiser = useIsOrganiser();
  if (site === null) return <OfflinePage retry={() => void revalidate()} isRetrying={state === 'loading'} />;
  if (!isOrganiser) return <NotFoundPage />;
  return (
    <CampaignFormPage
      organisationId={organisationId}
      initial={newForm(today(), site.forms[0]?.code ?? '')}
      forms={site.forms}
      isOpened={false}
      backHref={paths.campaigns(organisationId)}
      onSave={async (form) => {
        const campaignId = await sendCampaign(organisationId, contentOf(form));
        await navigate(paths.campaign(organisationId, campaignId));
      }}
    />
  );
}
