import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import { CoordinationNavigation } from '../../features/coordination/coordination-navigation.tsx';
import { fetchCases } from '../../features/erasure/api.ts';
import { CasesPage } from '../../features/erasure/cases-page.tsx';
import { coordinationHrefs } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';
import { WithProof } from '../with-proof.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchCases);
}

export function Component() {
  const cases = useLoaderData<ErasureCase[] | null>();
  const account = useVisitor();
  const { revalidate } = useRevalidator();
  if (cases === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  const navigation = <CoordinationNavigation hrefs={coordinationHrefs} />;
  return (
    <WithProof account={account}>
      {(attempt) => <CasesPage cases={cases} navigation={navigation} attempt={attempt} />}
    </WithProof>
  );
}
