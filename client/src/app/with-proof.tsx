import type { ReactNode } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { ProofProvider, useProof } from '../features/account/proof.tsx';
import { CodeSignIn } from '../features/sign-in/code-sign-in.tsx';

type Attempt = ReturnType<typeof useProof>;
type WithProofProps = { account: AccountDocument; children: (attempt: Attempt) => ReactNode };

function Proven({ children }: Pick<WithProofProps, 'children'>) {
  return children(useProof());
}

/** Lets a page of another feature have the person show who it is where the server asks for that. */
export function WithProof({ account, children }: WithProofProps) {
  return (
    <ProofProvider
      account={account}
      renderMailProof={(onProven) => <CodeSignIn email={account.email} onSignedIn={onProven} />}
    >
      <Proven>{children}</Proven>
    </ProofProvider>
  );
}
