import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { fetchStanding } from '../../features/region/api.ts';
import { RegionPage } from '../../features/region/region-page.tsx';
import { type LoadedReleases, loadReleases } from '../../features/releases/api.ts';
import { RegionReleases } from '../../features/releases/region-releases.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export async function loader({ request }: LoaderFunctionArgs): Promise<Response | LoadedReleases | null> {
  const standing = await fetchStanding();
  const { pathname, search, searchParams } = new URL(request.url);
  if (standing === 'signed-out') return redirect(paths.signIn(pathname + search));
  if (standing === 'second-factor-missing') return redirect(paths.secondFactor(pathname + search));
  if (standing !== 'analyst') return null;
  const asked = searchParams.get('organisation');
  return staffOnly(request, () => loadReleases(asked));
}

const hrefs = { method: paths.method(), strategy: paths.strategy(), releases: paths.publishedReleases() };
const releaseHrefs = {
  newRelease: paths.newRelease,
  newEffect: paths.newEffect,
  release: paths.release,
  regionOf: paths.region,
  published: paths.publishedRelease,
};

export function Component() {
  const loaded = useLoaderData<LoadedReleases | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <RegionPage hrefs={hrefs}>
      <RegionReleases loaded={loaded} hrefs={releaseHrefs} />
    </RegionPage>
  );
}
