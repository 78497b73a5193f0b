import { useLoaderData, useParams } from 'react-router';
import { fetchPackages } from '../../features/packages/api.ts';
import { PackagePage } from '../../features/packages/package-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';

export const loader = fetchPackages;

export function Component() {
  const { packageCode } = useParams();
  const shown = useLoaderData<typeof loader>().find(({ code }) => code === packageCode);
  return shown === undefined ? <NotFoundPage /> : <PackagePage shown={shown} href={paths.packages()} />;
}
