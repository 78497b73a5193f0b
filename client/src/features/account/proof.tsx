import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { type Action, type Attempt, useAction } from '../../lib/use-action.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { useAccountProblemWords } from './use-account-problem-words.ts';

/** Asks the person to show once more who it is; false when they would not. */
type Prove = () => Promise<boolean>;

const ProofContext = createContext<Prove>(async () => false);

type ProofProviderProps = {
  account: AccountDocument;
  /** For those who have nothing to show here: the code by e-mail, where that is enough. */
  renderMailProof: (onProven: () => void) => ReactNode;
  children: ReactNode;
};

/** Lets what is inside ask for proof where the server does, and go on from there with all that was typed. */
export function ProofProvider({ account, renderMailProof, children }: ProofProviderProps) {
  const [answer, setAnswer] = useState<(isProven: boolean) => void>();
  const prove = useCallback<Prove>(() => new Promise((resolve) => setAnswer(() => resolve)), []);
  const close = (isProven: boolean) => {
    answer?.(isProven);
    setAnswer(undefined);
  };
  return (
    <ProofContext value={prove}>
      {children}
      <ProofDialog
        isOpen={answer !== undefined}
        account={account}
        renderMailProof={renderMailProof}
        onProven={() => close(true)}
        onClose={() => close(false)}
      />
    </ProofContext>
  );
}

const isProofWanted = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'verification-required' || error.code === 'second-factor-required');

/** Does the work, and does it again once the person has shown who it is, if that is what it takes. */
export function useProof(): Attempt {
  const prove = use(ProofContext);
  return async (work) => {
    try {
      await work();
    } catch (error) {
      if (!isProofWanted(error) || !(await prove())) throw error;
      await work();
    }
  };
}

/** One thing a button does, with proof where it takes one. */
export function useAccountAction(): Action {
  return useAction(useAccountProblemWords(), useProof());
}
