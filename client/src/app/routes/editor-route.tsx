import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchVersions } from '../../features/editing/api.ts';
import { type Versions, VersionsPage } from '../../features/editing/versions-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchVersions);
}

const hrefs = {
  draft: paths.draft,
  version: paths.version,
  packages: paths.editedPackages(),
  rules: paths.editedRules(),
  outcomes: paths.ruleOutcomes(),
};

export function Component() {
  const list = useLoaderData<Versions | null>();
  return list === null ? <NotFoundPage /> : <VersionsPage list={list} hrefs={hrefs} />;
}
