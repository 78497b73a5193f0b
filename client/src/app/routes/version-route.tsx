import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedVersion, loadVersion, VersionPage } from '../../features/editing/version-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadVersion(params['instrumentVersionId'] ?? '', new URL(request.url).searchParams));
}

export function Component() {
  const loaded = useLoaderData<LoadedVersion | null>();
  if (loaded === null) return <NotFoundPage />;
  return <VersionPage key={loaded.version.instrumentVersionId} loaded={loaded} versionsHref={paths.editor()} />;
}
