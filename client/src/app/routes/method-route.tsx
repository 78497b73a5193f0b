import { MethodPage } from '../../features/information/method-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';

export function Component() {
  return (
    <MethodPage packagesHref={paths.packages()} releasesHref={paths.publishedReleases()} scoring={useSite()?.scoring} />
  );
}
