import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedCoverage, loadCoverage } from '../../features/coverage/api.ts';
import { CoveragePage } from '../../features/coverage/coverage-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const asked = { organisationId: searchParams.get('organisation'), releaseNumber: searchParams.get('release') };
  return staffOnly(request, () => loadCoverage(asked));
}

const hrefs = { coverage: paths.coverage };

export function Component() {
  const loaded = useLoaderData<LoadedCoverage | null>();
  return loaded === null ? <NotFoundPage /> : <CoveragePage loaded={loaded} hrefs={hrefs} />;
}
