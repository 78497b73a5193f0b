import { useLoaderData } from 'react-router';
import { WorkshopProvider } from '../../features/catalogue/catalogue-context.tsx';
import { PackageDraftPage } from '../../features/catalogue/package-draft-page.tsx';
import { catalogueHrefs } from '../catalogue.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { type LoadedPackageDraft, loadPackageDraft } from '../package-draft.ts';

export const loader = loadPackageDraft;

export function Component() {
  const loaded = useLoaderData<LoadedPackageDraft | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <WorkshopProvider value={{ catalogue: loaded.catalogue, hrefs: catalogueHrefs }}>
      <PackageDraftPage loaded={loaded.draft} />
    </WorkshopProvider>
  );
}
