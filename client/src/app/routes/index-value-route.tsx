import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedIndexValue, loadIndexValue } from '../../features/followup/api.ts';
import { IndexValuePage } from '../../features/followup/index-value-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { having, useJustDone } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', indexValueId = '' } = params;
  return staffOnly(request, () => loadIndexValue({ organisationId, indexValueId }));
}

export function Component() {
  const loaded = useLoaderData<LoadedIndexValue | null>();
  const navigate = useNavigate();
  const isSaved = useJustDone() === 'saved';
  if (loaded === null) return <NotFoundPage />;
  const { organisationId, indexValueId } = loaded;
  const values = paths.indexValues(organisationId);
  const hrefs = { values, change: paths.changeIndexValue(organisationId, indexValueId) };
  return (
    <IndexValuePage
      loaded={loaded}
      hrefs={hrefs}
      isSaved={isSaved}
      onWithdrawn={() => void navigate(values, having('withdrawn'))}
    />
  );
}
