import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { ProofProvider, useProof } from '../../features/account/proof.tsx';
import { fetchPeople } from '../../features/coordination/api.ts';
import { PeoplePage } from '../../features/coordination/people-page.tsx';
import { coordinationHrefs } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { SignInAgain } from '../sign-in-again.tsx';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchPeople);
}

function People({ people, ownPersonId }: { people: readonly PersonSummary[]; ownPersonId: string }) {
  return <PeoplePage people={people} ownPersonId={ownPersonId} withProof={useProof()} hrefs={coordinationHrefs} />;
}

export function Component() {
  const people = useLoaderData<PersonSummary[] | null>();
  const account = useVisitor();
  const { revalidate } = useRevalidator();
  if (people === null) return <NotFoundPage />;
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  return (
    <ProofProvider account={account} renderMailProof={() => <SignInAgain next={coordinationHrefs.people} />}>
      <People people={people} ownPersonId={account.personId} />
    </ProofProvider>
  );
}
