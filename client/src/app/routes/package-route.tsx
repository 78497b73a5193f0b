import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPackageEditions } from '../../features/editions/api.ts';
import { PackageEditions } from '../../features/editions/package-editions.tsx';
import { fetchPackages } from '../../features/packages/api.ts';
import { PackagePage } from '../../features/packages/package-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const { packageCode = '' } = params;
  const shown = (await fetchPackages()).find(({ code }) => code === packageCode);
  return shown === undefined ? null : { shown, held: await loadPackageEditions(packageCode) };
}

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <PackagePage
      shown={loaded.shown}
      href={paths.packages()}
      editions={<PackageEditions editions={loaded.held.editions} municipalities={loaded.held.municipalities} />}
    />
  );
}
