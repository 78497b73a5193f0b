import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedEditions, loadEditions } from '../../features/editions/api.ts';
import { readEditionAddress } from '../../features/editions/edition-address.ts';
import { EditionsPage } from '../../features/editions/editions-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { useOwnProviders } from '../own-providers.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadEditions(readEditionAddress(new URL(request.url).searchParams)));
}

const hrefs = { edition: paths.edition, newEdition: paths.newEdition };

export function Component() {
  const loaded = useLoaderData<LoadedEditions | null>();
  const providers = useOwnProviders();
  return loaded === null ? <NotFoundPage /> : <EditionsPage loaded={loaded} providers={providers} hrefs={hrefs} />;
}
