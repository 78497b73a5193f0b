import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedNewIndexValue, loadNewIndexValue } from '../../features/followup/api.ts';
import { IndexFormPage } from '../../features/followup/index-form-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadNewIndexValue(params['organisationId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedNewIndexValue | null>();
  const navigate = useNavigate();
  if (loaded === null) return <NotFoundPage />;
  const values = paths.indexValues(loaded.organisationId);
  return (
    <IndexFormPage
      {...loaded}
      document={null}
      backHref={values}
      onSaved={() => void navigate(values, having('saved'))}
    />
  );
}
