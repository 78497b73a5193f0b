import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { type LoadedFirmsPlaces, loadFirmsPlaces } from '../../features/editions/api.ts';
import { PlaceFirmPage } from '../../features/editions/place-firm-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadFirmsPlaces(params['organisationId'] ?? '', params['firmId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedFirmsPlaces | null>();
  const [parameters] = useSearchParams();
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, firmId } = loaded;
  const hrefs = {
    firm: paths.sharedFirm(organisationId, firmId),
    editions: paths.editions(),
    edition: paths.edition,
  };
  return <PlaceFirmPage loaded={loaded} packageCode={parameters.get('package')} hrefs={hrefs} />;
}
