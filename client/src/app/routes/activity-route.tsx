import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { ActivityPage } from '../../features/followup/activity-page.tsx';
import { type LoadedActivity, loadActivity } from '../../features/followup/api.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having, useJustDone } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', activityId = '' } = params;
  return staffOnly(request, () => loadActivity({ organisationId, activityId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedActivity | null>();
  const navigate = useNavigate();
  const isSaved = useJustDone() === 'saved';
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, activityId } = loaded;
  const portfolio = paths.portfolio(organisationId);
  const hrefs = { portfolio, change: paths.changeActivity(organisationId, activityId) };
  return (
    <ActivityPage
      loaded={loaded}
      hrefs={hrefs}
      isSaved={isSaved}
      onWithdrawn={() => void navigate(portfolio, having('withdrawn'))}
    />
  );
}
