import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { PublishedRelease } from '#shared/contracts/releases.ts';
import { fetchPublished } from '../../features/releases/api.ts';
import { PublishedPage } from '../../features/releases/published-page.tsx';
import { ProblemError } from '../../lib/http/errors.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';

/** A number that no release has is answered as one that none can have. */
const noSuch: readonly string[] = ['not-found', 'invalid-request'];

export async function loader({ params }: LoaderFunctionArgs): Promise<PublishedRelease | null> {
  try {
    return await fetchPublished(params['releaseNumber'] ?? '');
  } catch (error) {
    if (error instanceof ProblemError && noSuch.includes(error.code)) return null;
    throw error;
  }
}

/** What is looked at is in what was loaded. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

const hrefs = { releases: paths.publishedReleases(), method: paths.method() };

export function Component() {
  const release = useLoaderData<PublishedRelease | null>();
  return release === null ? <NotFoundPage /> : <PublishedPage release={release} hrefs={hrefs} />;
}
