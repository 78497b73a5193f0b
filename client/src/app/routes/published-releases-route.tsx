import { useLoaderData, useRevalidator } from 'react-router';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { ReleasesToCome } from '../../features/demo/releases-to-come.tsx';
import { useReleasesToCome } from '../../features/demo/use-releases-to-come.ts';
import { fetchPublishedReleases } from '../../features/releases/api.ts';
import { PublishedListPage } from '../../features/releases/published-list-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';

export function loader() {
  return fetchPublishedReleases();
}

const hrefs = {
  release: paths.publishedRelease,
  gaps: paths.gaps,
  collaboration: paths.collaboration,
  method: paths.methodPart('publishing'),
};

export function Component() {
  const hasDemo = useSite()?.hasDemoPeople === true;
  const { revalidate } = useRevalidator();
  const toCome = useReleasesToCome(hasDemo, () => void revalidate());
  const isAwaited = hasDemo && toCome?.left !== 0;
  return (
    <PublishedListPage releases={useLoaderData<PublishedReleaseRow[]>()} hrefs={hrefs} isAwaited={isAwaited}>
      {hasDemo && <ReleasesToCome toCome={toCome} />}
    </PublishedListPage>
  );
}
