import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import type { OwnErasure } from '#shared/contracts/erasure.ts';
import { fetchOwnErasure } from '../../features/erasure/api.ts';
import { OwnErasurePage } from '../../features/erasure/own-erasure-page.tsx';
import { useLocalised } from '../../lib/use-language.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';
import { WithProof } from '../with-proof.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchOwnErasure);
}

const hrefs = {
  account: paths.account(),
  retention: paths.retention(),
  firmErasure: paths.firmErasure,
  firmMembers: paths.firmMembers,
};

export function Component() {
  const erasure = useLoaderData<OwnErasure | null>();
  const account = useVisitor();
  const localise = useLocalised();
  const { revalidate } = useRevalidator();
  if (erasure === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  const ownedFirms = account.memberships
    .filter(({ role }) => role === 'owner')
    .map(({ place }) => ({ firmId: place.placeId, name: place.name === null ? null : localise(place.name) }));
  return (
    <WithProof account={account}>
      {(attempt) => <OwnErasurePage erasure={erasure} ownedFirms={ownedFirms} hrefs={hrefs} attempt={attempt} />}
    </WithProof>
  );
}
