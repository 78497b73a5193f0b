import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedIndexValues, loadIndexValues } from '../../features/followup/api.ts';
import { IndexValuesPage } from '../../features/followup/index-values-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { useJustDone } from '../just-done.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('organisation');
  return staffOnly(request, () => loadIndexValues(asked));
}

const hrefs = {
  newValue: paths.newIndexValue,
  value: paths.indexValue,
  valuesOf: paths.indexValues,
  release: paths.publishedRelease,
  context: paths.strategyPart('figures'),
};

export function Component() {
  const loaded = useLoaderData<LoadedIndexValues | null>();
  const done = useJustDone();
  return loaded === null ? <NotFoundPage /> : <IndexValuesPage loaded={loaded} hrefs={hrefs} justDone={done} />;
}
