import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { CatalogueDocument } from '#shared/contracts/catalogue.ts';
import { fetchCatalogue } from '../../features/catalogue/api.ts';
import { WorkshopProvider } from '../../features/catalogue/catalogue-context.tsx';
import { PackageListPage } from '../../features/catalogue/package-list-page.tsx';
import { catalogueHrefs } from '../catalogue.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchCatalogue);
}

export function Component() {
  const catalogue = useLoaderData<CatalogueDocument | null>();
  if (catalogue === null) return <NotFoundPage />;
  return (
    <WorkshopProvider value={{ catalogue, hrefs: catalogueHrefs }}>
      <PackageListPage />
    </WorkshopProvider>
  );
}
