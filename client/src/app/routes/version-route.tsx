import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedVersion, loadVersion, VersionPage } from '../../features/editing/version-page.tsx';
import { editorOnly } from '../editor-only.ts';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return editorOnly(() => loadVersion(params['instrumentVersionId'] ?? ''));
}

/** A published version never changes. */
export const shouldRevalidate = ({ currentParams, nextParams }: { currentParams: object; nextParams: object }) =>
  JSON.stringify(currentParams) !== JSON.stringify(nextParams);

export function Component() {
  const loaded = useLoaderData<LoadedVersion>();
  return <VersionPage key={loaded.version.instrumentVersionId} loaded={loaded} versionsHref={paths.editor()} />;
}
