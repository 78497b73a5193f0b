import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedPlan, loadPlan } from '../../features/planning/api.ts';
import { PlanPage } from '../../features/planning/plan-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', planId = '' } = params;
  return staffOnly(request, () => loadPlan({ organisationId, planId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedPlan | null>();
  if (loaded === null) return <NotFoundPage />;
  const { organisationId } = loaded.plan;
  const hrefs = {
    plan: paths.plan,
    plans: paths.plans(organisationId),
    edition: (editionId: string) => paths.edition(organisationId, editionId),
  };
  return <PlanPage key={loaded.plan.planId} loaded={loaded} hrefs={hrefs} />;
}
