import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedPlans, loadPlans } from '../../features/planning/api.ts';
import { PlansPage } from '../../features/planning/plans-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('organisation');
  return staffOnly(request, () => loadPlans(asked));
}

const hrefs = { plan: paths.plan, newPlan: paths.newPlan, plansOf: paths.plans, editions: paths.editions() };

export function Component() {
  const loaded = useLoaderData<LoadedPlans | null>();
  return loaded === null ? <NotFoundPage /> : <PlansPage loaded={loaded} hrefs={hrefs} />;
}
