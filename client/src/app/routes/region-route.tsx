import { redirect, useLoaderData } from 'react-router';
import { fetchStanding } from '../../features/region/api.ts';
import { RegionPage } from '../../features/region/region-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';

export async function loader(): Promise<Response | boolean> {
  const standing = await fetchStanding();
  if (standing === 'signed-out') return redirect(paths.signIn(paths.region()));
  if (standing === 'second-factor-missing') return redirect(paths.secondFactor(paths.region()));
  return standing === 'analyst';
}

const hrefs = { method: paths.method(), strategy: paths.strategy() };

export function Component() {
  return useLoaderData<boolean>() ? <RegionPage hrefs={hrefs} /> : <NotFoundPage />;
}
