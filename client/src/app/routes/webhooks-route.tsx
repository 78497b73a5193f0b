import { type LoaderFunctionArgs, useLoaderData, useParams, useRevalidator } from 'react-router';
import { fetchWebhooks } from '../../features/webhooks/api.ts';
import { WebhooksPage } from '../../features/webhooks/webhooks-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';
import { WithProof } from '../with-proof.tsx';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchWebhooks(params['organisationId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Awaited<ReturnType<typeof fetchWebhooks>> | null>();
  const { organisationId = '' } = useParams();
  const account = useVisitor();
  const { revalidate } = useRevalidator();
  if (loaded === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  return (
    <WithProof account={account}>
      {(withProof) => (
        <WebhooksPage
          organisationId={organisationId}
          {...loaded}
          hrefs={{
            organisation: paths.organisation(organisationId),
            webhook: (webhookId) => paths.webhook(organisationId, webhookId),
          }}
          withProof={withProof}
        />
      )}
    </WithProof>
  );
}
