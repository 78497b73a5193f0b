import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { ActivityFormPage } from '../../features/followup/activity-form-page.tsx';
import { type LoadedNewActivity, loadNewActivity } from '../../features/followup/api.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadNewActivity(params['organisationId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedNewActivity | null>();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, frame } = loaded;
  const step = frame.steps.find(({ code }) => code === parameters.get('step'))?.code ?? null;
  return (
    <ActivityFormPage
      organisationId={organisationId}
      document={null}
      frame={frame}
      step={step}
      backHref={paths.portfolio(organisationId)}
      onSaved={({ activityId }) => void navigate(paths.activity(organisationId, activityId), having('saved'))}
    />
  );
}
