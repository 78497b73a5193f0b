import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchCatalogue, fetchPackageDraft } from '../../features/catalogue/api.ts';
import { WorkshopProvider } from '../../features/catalogue/catalogue-context.tsx';
import { PackageDraftPage } from '../../features/catalogue/package-draft-page.tsx';
import { catalogueHrefs } from '../catalogue.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

async function load(packageDraftId: string) {
  const [catalogue, draft] = await Promise.all([fetchCatalogue(), fetchPackageDraft(packageDraftId)]);
  return { catalogue, draft };
}
type Loaded = Awaited<ReturnType<typeof load>>;

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['packageDraftId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <WorkshopProvider value={{ catalogue: loaded.catalogue, hrefs: catalogueHrefs }}>
      <PackageDraftPage loaded={loaded.draft} />
    </WorkshopProvider>
  );
}
