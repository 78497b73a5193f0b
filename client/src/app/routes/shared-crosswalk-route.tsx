import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { type LoadedCrosswalk, loadSharedCrosswalk } from '../../features/crosswalk/api.ts';
import { CrosswalkGone, CrosswalkPage } from '../../features/crosswalk/crosswalk-page.tsx';
import { useLanguage } from '../../lib/use-language.ts';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '', responseId = '' } = params;
  return staffOnly(request, () => loadSharedCrosswalk({ organisationId, firmId, responseId }, currentLanguage()));
}

export function Component() {
  const language = useLanguage();
  const loaded = useLoaderData<LoadedCrosswalk | null>();
  const { organisationId = '', firmId = '' } = useParams();
  if (loaded === null) {
    return (
      <ForOwnProvider>
        <CrosswalkGone backHref={paths.advisor()} />
      </ForOwnProvider>
    );
  }
  const { responseId } = loaded.crosswalk;
  const place = `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${responseId}`;
  const hrefs = {
    back: paths.sharedFirm(organisationId, firmId),
    add: null,
    sheet: `${place}/crosswalk/answer-sheet/${language}`,
  };
  return <CrosswalkPage loaded={loaded} hrefs={hrefs} />;
}
