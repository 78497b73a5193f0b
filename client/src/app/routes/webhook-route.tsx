import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { type Deliveries, fetchDeliveries } from '../../features/webhooks/api.ts';
import { WebhookPage } from '../../features/webhooks/webhook-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchDeliveries(params['organisationId'] ?? '', params['webhookId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Deliveries | null>();
  const { organisationId = '' } = useParams();
  if (loaded === null) return <NotFoundPage />;
  return (
    <WebhookPage
      key={loaded.webhook.webhookId}
      {...loaded}
      organisationId={organisationId}
      listHref={paths.webhooks(organisationId)}
    />
  );
}
