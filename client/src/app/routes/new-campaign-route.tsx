import { useNavigate, useParams, useRevalidator } from 'react-router';
import { sendCampaign } from '../../features/campaigns/api.ts';
import { contentOf, newForm } from '../../features/campaigns/campaign-content.ts';
import { CampaignFormPage } from '../../features/campaigns/campaign-form-page.tsx';
import { today } from '../../lib/today.ts';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';

export function Component() {
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const { revalidate, state } = useRevalidator();
  const site = useSite();
  if (site === null) return <OfflinePage retry={() => void revalidate()} isRetrying={state === 'loading'} />;
  return (
    <ForOwnProvider>
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
    </ForOwnProvider>
  );
}
