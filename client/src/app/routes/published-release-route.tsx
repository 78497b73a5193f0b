import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { PublishedRelease } from '#shared/contracts/releases.ts';
import { type CurrentPopulations, fetchCurrent } from '../../features/coverage/api.ts';
import { CoverageSection, hasCoverage } from '../../features/coverage/coverage-section.tsx';
import { fetchPublished } from '../../features/releases/api.ts';
import { NoSuchRelease } from '../../features/releases/no-such-release.tsx';
import { PublishedPage } from '../../features/releases/published-page.tsx';
import { isNowhere } from '../../lib/http/errors.ts';
import { paths } from '../paths.ts';

/** `current`: null where firms of the release are not laid beside all firms there are. */
type Loaded = { release: PublishedRelease; current: CurrentPopulations | null };

export async function loader({ params }: LoaderFunctionArgs): Promise<Loaded | null> {
  try {
    const release = await fetchPublished(params['releaseNumber'] ?? '');
    return { release, current: release.kind === 'levels' ? await fetchCurrent() : null };
  } catch (error) {
    if (isNowhere(error)) return null;
    throw error;
  }
}

/** What is looked at is in what was loaded. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

const hrefs = {
  releases: paths.publishedReleases(),
  release: paths.publishedRelease,
  gaps: paths.gaps,
  collaboration: paths.collaboration,
};

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NoSuchRelease releasesHref={paths.publishedReleases()} />;
  const { release, current } = loaded;
  const { document } = release;
  const method = paths.methodPart(document.format === 'mattstock-effect-1' ? 'support' : 'publishing');
  return (
    <PublishedPage
      release={release}
      hrefs={{ ...hrefs, method }}
      coverage={
        document.format === 'mattstock-release-1' && current !== null && hasCoverage(current, document) ? (
          <CoverageSection release={{ document }} current={current} />
        ) : null
      }
    />
  );
}
