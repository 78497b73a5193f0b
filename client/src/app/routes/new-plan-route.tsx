import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedCandidates, loadCandidates } from '../../features/planning/api.ts';
import { NewPlanPage } from '../../features/planning/new-plan-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '' } = params;
  const editionIds = new URL(request.url).searchParams.get('editions')?.split(',') ?? [];
  return staffOnly(request, () => loadCandidates(organisationId, editionIds));
}

export function Component() {
  const loaded = useLoaderData<LoadedCandidates | null>();
  if (loaded === null) return <NotFoundPage />;
  const hrefs = { plan: paths.plan, plans: paths.plans(loaded.organisationId) };
  return <NewPlanPage loaded={loaded} hrefs={hrefs} />;
}
