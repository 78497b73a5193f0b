import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedCandidates, loadCandidates, type RefusedCandidates } from '../../features/planning/api.ts';
import { NewPlanPage, NewPlanRefusedPage } from '../../features/planning/new-plan-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '' } = params;
  const editionIds = new URL(request.url).searchParams.get('editions')?.split(',') ?? [];
  return staffOnly(request, () => loadCandidates(organisationId, editionIds));
}

export function Component() {
  const loaded = useLoaderData<LoadedCandidates | RefusedCandidates | null>();
  if (loaded === null) return <NotFoundPage />;
  if ('refusal' in loaded)
    return <NewPlanRefusedPage refused={loaded} plansHref={paths.plans(loaded.organisationId)} />;
  const hrefs = { plan: paths.plan, plans: paths.plans(loaded.organisationId) };
  return <NewPlanPage loaded={loaded} hrefs={hrefs} />;
}
