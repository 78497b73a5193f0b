import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import type { FirmErasure } from '#shared/contracts/erasure.ts';
import { fetchFirmErasure } from '../../features/erasure/api.ts';
import { FirmErasurePage } from '../../features/erasure/firm-erasure-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';
import { WithProof } from '../with-proof.tsx';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchFirmErasure(params['firmId'] ?? ''));
}

export function Component() {
  const erasure = useLoaderData<FirmErasure | null>();
  const account = useVisitor();
  const { revalidate } = useRevalidator();
  if (erasure === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  const { firmId } = erasure;
  const hrefs = { firm: paths.firm(firmId), access: paths.firmAccess(firmId), retention: paths.retention() };
  return (
    <WithProof account={account}>
      {(attempt) => <FirmErasurePage key={firmId} erasure={erasure} hrefs={hrefs} attempt={attempt} />}
    </WithProof>
  );
}
