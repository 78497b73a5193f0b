import { useLoaderData } from 'react-router';
import { fetchPackages } from '../../features/packages/api.ts';
import { PackagesPage } from '../../features/packages/packages-page.tsx';
import { paths } from '../paths.ts';

export const loader = fetchPackages;

/** Choosing an area changes the address, not the catalogue. */
export const shouldRevalidate = () => false;

export function Component() {
  return <PackagesPage packages={useLoaderData<typeof loader>()} hrefs={{ package: paths.package }} />;
}
