import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchCatalogue, fetchHistory } from '../../features/catalogue/api.ts';
import { WorkshopProvider } from '../../features/catalogue/catalogue-context.tsx';
import { HistoryPage } from '../../features/catalogue/history-page.tsx';
import { catalogueHrefs } from '../catalogue.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

async function load(packageCode: string, before: number) {
  const [catalogue, history] = await Promise.all([
    fetchCatalogue(),
    fetchHistory(packageCode, Number.isSafeInteger(before) && before > 0 ? before : undefined),
  ]);
  return { catalogue, history, packageCode };
}
type Loaded = Awaited<ReturnType<typeof load>>;

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () =>
    load(params['packageCode'] ?? '', Number(new URL(request.url).searchParams.get('before'))),
  );
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <WorkshopProvider value={{ catalogue: loaded.catalogue, hrefs: catalogueHrefs }}>
      <HistoryPage packageCode={loaded.packageCode} history={loaded.history} />
    </WorkshopProvider>
  );
}
