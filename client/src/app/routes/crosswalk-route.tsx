import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadCrosswalk } from '../../features/crosswalk/api.ts';
import { CrosswalkPage } from '../../features/crosswalk/crosswalk-page.tsx';
import { useLanguage } from '../../lib/use-language.ts';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return loadCrosswalk(params['responseId'] ?? '', currentLanguage());
}

export function Component() {
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const { responseId } = loaded.crosswalk;
  const hrefs = {
    back: paths.result(responseId),
    add: paths.crosswalkAnswers(responseId),
    sheet: `/api/responses/${responseId}/crosswalk/answer-sheet/${language}`,
  };
  return <CrosswalkPage loaded={loaded} hrefs={hrefs} />;
}
