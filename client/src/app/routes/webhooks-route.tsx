import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchWebhooks } from '../../features/webhooks/api.ts';
import { WebhooksPage } from '../../features/webhooks/webhooks-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchWebhooks(params['organisationId'] ?? ''));
}

export function Component() {
  const webhooks = useLoaderData<Awaited<ReturnType<typeof fetchWebhooks>> | null>();
  const { organisationId = '' } = useParams();
  if (webhooks === null) return <NotFoundPage />;
  return (
    <WebhooksPage
      organisationId={organisationId}
      webhooks={webhooks}
      hrefs={{
        organisation: paths.organisation(organisationId),
        webhook: (webhookId) => paths.webhook(organisationId, webhookId),
      }}
    />
  );
}
