import { useLoaderData } from 'react-router';
import { fetchEditorName, fetchVersions } from '../../features/editing/api.ts';
import { SignInPage } from '../../features/editing/sign-in-page.tsx';
import { VersionsPage } from '../../features/editing/versions-page.tsx';
import { paths } from '../paths.ts';

export async function loader() {
  const editorName = await fetchEditorName();
  return editorName === undefined ? null : { editorName, list: await fetchVersions() };
}

const hrefs = { draft: paths.draft, version: paths.version };

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  return loaded === null ? <SignInPage /> : <VersionsPage {...loaded} hrefs={hrefs} />;
}
