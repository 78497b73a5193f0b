import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedBuilder, loadBuilder } from '../../features/releases/api.ts';
import { EffectBuilderPage } from '../../features/releases/effect-builder-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () =>
    loadBuilder(params['organisationId'] ?? '', new URL(request.url).searchParams.get('as')),
  );
}

export function Component() {
  const loaded = useLoaderData<LoadedBuilder | null>();
  if (loaded === null) return <NotFoundPage />;
  const hrefs = {
    region: paths.region(loaded.organisationId),
    method: paths.methodPart('support'),
    release: paths.release,
  };
  return <EffectBuilderPage loaded={loaded} hrefs={hrefs} />;
}
