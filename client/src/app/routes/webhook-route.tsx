import { type LoaderFunctionArgs, useLoaderData, useParams, useRevalidator } from 'react-router';
import { type Deliveries, fetchDeliveries } from '../../features/webhooks/api.ts';
import { WebhookPage } from '../../features/webhooks/webhook-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';
import { WithProof } from '../with-proof.tsx';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchDeliveries(params['organisationId'] ?? '', params['webhookId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Deliveries | null>();
  const { organisationId = '' } = useParams();
  const account = useVisitor();
  const { revalidate } = useRevalidator();
  if (loaded === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  return (
    <WithProof account={account}>
      {(withProof) => (
        <WebhookPage
          key={loaded.webhook.webhookId}
          {...loaded}
          organisationId={organisationId}
          listHref={paths.webhooks(organisationId)}
          withProof={withProof}
        />
      )}
    </WithProof>
  );
}
