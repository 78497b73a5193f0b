import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { fetchLettingIn } from '../../features/advising/api.ts';
import { WhileShared } from '../../features/advising/while-shared.tsx';
import { NotSharedPage } from '../../features/advising/withheld-page.tsx';
import { ReportsPage } from '../../features/reports/reports-page.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFirmName } from '../use-firm-name.ts';

/** Whose result it is stands in the list of firms; nothing of it is read until a file is taken, which the firm is told of. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, async () => (await fetchLettingIn(organisationId, firmId)) ?? null);
}

export function Component() {
  const lettingIn = useLoaderData<LettingIn | null>();
  const firmName = useFirmName();
  const { organisationId = '', firmId = '', responseId = '' } = useParams();
  const firmsHref = paths.advisor();
  if (lettingIn === null || !lettingIn.purposes.includes('result')) {
    return (
      <ForOwnProvider>
        <NotSharedPage firmsHref={firmsHref} />
      </ForOwnProvider>
    );
  }
  const files = `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${responseId}/report`;
  return (
    <WhileShared lettingIn={lettingIn} firmsHref={firmsHref}>
      <ReportsPage
        hrefs={{ back: paths.sharedFirm(organisationId, firmId), files }}
        sharedBy={firmName(lettingIn.name)}
      />
    </WhileShared>
  );
}
