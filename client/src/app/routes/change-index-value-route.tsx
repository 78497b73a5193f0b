import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedIndexValue, loadIndexValue } from '../../features/followup/api.ts';
import { IndexFormPage } from '../../features/followup/index-form-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', indexValueId = '' } = params;
  return staffOnly(request, () => loadIndexValue({ organisationId, indexValueId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedIndexValue | null>();
  const navigate = useNavigate();
  // What was withdrawn never changes again.
  if (loaded === null || loaded.document.withdrawalReason !== null) return <NotFoundPage />;
  const { organisationId } = loaded;
  return (
    <IndexFormPage
      organisationId={organisationId}
      document={loaded.document}
      dimensions={loaded.dimensions}
      today={loaded.today}
      backHref={paths.indexValues(organisationId)}
      onSaved={() => void navigate(paths.indexValue(organisationId, loaded.indexValueId), having('saved'))}
    />
  );
}
