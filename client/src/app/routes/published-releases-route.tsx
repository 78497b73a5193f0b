import { useLoaderData } from 'react-router';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { fetchPublishedReleases } from '../../features/releases/api.ts';
import { PublishedListPage } from '../../features/releases/published-list-page.tsx';
import { paths } from '../paths.ts';

export function loader() {
  return fetchPublishedReleases();
}

const hrefs = { release: paths.publishedRelease, method: paths.methodPart('publishing') };

export function Component() {
  return <PublishedListPage releases={useLoaderData<PublishedReleaseRow[]>()} hrefs={hrefs} />;
}
