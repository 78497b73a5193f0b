import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedEdition, loadEdition } from '../../features/editions/api.ts';
import { EditionPage } from '../../features/editions/edition-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', editionId = '' } = params;
  return staffOnly(request, () => loadEdition({ organisationId, editionId }));
}

const hrefs = { editions: paths.editions(), change: paths.changeEdition, firm: paths.sharedFirm };

export function Component() {
  const loaded = useLoaderData<LoadedEdition | null>();
  return loaded === null ? (
    <NotFoundPage />
  ) : (
    <EditionPage key={loaded.edition.editionId} loaded={loaded} hrefs={hrefs} />
  );
}
