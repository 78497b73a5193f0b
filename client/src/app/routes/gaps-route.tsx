import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchReach } from '../../features/releases/api.ts';
import { GapPage, type LoadedGaps } from '../../features/releases/gap-page.tsx';
import { loadTelling } from '../../features/releases/load-telling.ts';
import { paths } from '../paths.ts';
import { unlessSameRelease } from '../unless-same-release.ts';

export async function loader({ request }: LoaderFunctionArgs): Promise<LoadedGaps> {
  const asked = new URL(request.url).searchParams.get('release');
  const [telling, areas] = await Promise.all([loadTelling(['gap'], asked), fetchReach()]);
  return { telling, areas };
}

export const shouldRevalidate = unlessSameRelease;

const hrefs = {
  releases: paths.publishedReleases(),
  release: paths.publishedRelease,
  package: paths.package,
  packages: paths.packages(),
  method: paths.methodPart('publishing'),
};

export function Component() {
  return <GapPage loaded={useLoaderData<LoadedGaps>()} hrefs={hrefs} />;
}
