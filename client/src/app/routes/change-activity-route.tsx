import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { ActivityFormPage } from '../../features/followup/activity-form-page.tsx';
import { type LoadedActivity, loadActivity } from '../../features/followup/api.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', activityId = '' } = params;
  return staffOnly(request, () => loadActivity({ organisationId, activityId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedActivity | null>();
  const navigate = useNavigate();
  // What was withdrawn never changes again.
  if (loaded === null || loaded.document.withdrawalReason !== null) return <NotFoundPage />;
  const { organisationId, activityId, document, frame } = loaded;
  const href = paths.activity(organisationId, activityId);
  return (
    <ActivityFormPage
      organisationId={organisationId}
      document={document}
      frame={frame}
      step={null}
      backHref={href}
      onSaved={() => void navigate(href, having('saved'))}
    />
  );
}
