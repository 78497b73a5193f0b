import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { AccessPage } from '../../features/firm/access-page.tsx';
import { type LoadedFirmAccess, loadFirmAccess } from '../../features/firm/api.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadFirmAccess(params['firmId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedFirmAccess | null>();
  if (loaded === null) return <NotFoundPage />;
  const { firmId } = loaded.firm;
  return (
    <AccessPage
      key={firmId}
      loaded={loaded}
      hrefs={{ firm: paths.firm(firmId), referrals: paths.referrals, sharing: paths.sharing }}
    />
  );
}
