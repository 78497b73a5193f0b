import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { AddAnswersPage } from '../../features/crosswalk/add-answers-page.tsx';
import { loadCrosswalk } from '../../features/crosswalk/api.ts';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return loadCrosswalk(params['responseId'] ?? '', currentLanguage());
}

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  return <AddAnswersPage loaded={loaded} backHref={paths.crosswalk(loaded.crosswalk.responseId)} />;
}
