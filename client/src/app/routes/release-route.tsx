import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { ReleaseKind } from '#shared/domain/effect/any-release.ts';
import { type LoadedRelease, loadRelease } from '../../features/releases/api.ts';
import { ReleasePage } from '../../features/releases/release-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', releaseId = '' } = params;
  return staffOnly(request, () => loadRelease({ organisationId, releaseId }));
}

/** What is looked at is in what was loaded. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

export function Component() {
  const loaded = useLoaderData<LoadedRelease | null>();
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, releaseId } = loaded.place;
  const hrefs = {
    region: paths.region(organisationId),
    method: paths.method(),
    release: (other: string) => paths.release(organisationId, other),
    again: (kind: ReleaseKind) =>
      kind === 'effect' ? paths.newEffect(organisationId, releaseId) : paths.newRelease(organisationId, releaseId),
    published: paths.publishedRelease,
  };
  return <ReleasePage key={releaseId} loaded={loaded} hrefs={hrefs} />;
}
