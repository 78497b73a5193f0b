import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedActivities, loadActivities } from '../../features/followup/api.ts';
import { PortfolioPage } from '../../features/followup/portfolio-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { useJustDone } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { unlessNarrowed } from '../unless-narrowed.ts';

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('organisation');
  return staffOnly(request, () => loadActivities(asked));
}

export const shouldRevalidate = unlessNarrowed;

const hrefs = { newActivity: paths.newActivity, activity: paths.activity, step: paths.strategyPart };

export function Component() {
  const loaded = useLoaderData<LoadedActivities | null>();
  const isWithdrawn = useJustDone() === 'withdrawn';
  return loaded === null ? <NotFoundPage /> : <PortfolioPage loaded={loaded} hrefs={hrefs} isWithdrawn={isWithdrawn} />;
}
