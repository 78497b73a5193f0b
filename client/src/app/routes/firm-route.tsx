import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedFirmStart, loadFirmStart } from '../../features/firm/api.ts';
import { FirmPage } from '../../features/firm/firm-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { staffOnly } from '../staff-only.ts';
import { forgetVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadFirmStart(params['firmId'] ?? ''));
}

const hrefsOf = (firmId: string) => ({
  firm: paths.firm,
  access: paths.firmAccess(firmId),
  contacts: paths.firmContacts(firmId),
  members: paths.firmMembers(firmId),
  erasure: paths.firmErasure(firmId),
  placements: paths.firmPlacements(firmId),
  overview: paths.overview,
  result: paths.result,
  change: paths.change,
  review: paths.ownReview,
  referrals: paths.referrals,
  firstItem: (responseId: string) => paths.item(responseId, 1),
});

export function Component() {
  const loaded = useLoaderData<LoadedFirmStart | null>();
  const site = useSite();
  if (loaded === null) return <NotFoundPage />;
  const { firmId } = loaded.firm;
  return (
    <FirmPage key={firmId} loaded={loaded} forms={site?.forms ?? []} hrefs={hrefsOf(firmId)} onRename={forgetVisitor} />
  );
}
