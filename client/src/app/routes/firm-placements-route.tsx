import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedOwnPlacements, loadOwnPlacements } from '../../features/editions/api.ts';
import { OwnPlacementsPage } from '../../features/editions/own-placements-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadOwnPlacements(params['firmId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedOwnPlacements | null>();
  const account = useVisitor();
  if (loaded === null) return <NotFoundPage />;
  const { firmId } = loaded;
  const isOwner = account?.memberships.some(({ role, place }) => role === 'owner' && place.placeId === firmId) ?? false;
  const hrefs = {
    firm: paths.firm(firmId),
    access: paths.firmAccess(firmId),
    packages: paths.packages(),
    package: paths.package,
  };
  return <OwnPlacementsPage key={firmId} loaded={loaded} mayAnswer={isOwner} hrefs={hrefs} />;
}
