import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedPublished, loadPublished } from '../../features/releases/api.ts';
import { PublishedPage } from '../../features/releases/published-page.tsx';
import { ProblemError } from '../../lib/http/errors.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

/** A number that no release has is answered as one that none can have. */
const noSuch: readonly string[] = ['not-found', 'invalid-request'];

export async function loader({ params }: LoaderFunctionArgs): Promise<LoadedPublished | null> {
  try {
    return await loadPublished(params['releaseNumber'] ?? '', currentLanguage());
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
  const loaded = useLoaderData<LoadedPublished | null>();
  return loaded === null ? <NotFoundPage /> : <PublishedPage loaded={loaded} hrefs={hrefs} />;
}
