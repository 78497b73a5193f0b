import { useNavigate, useSearchParams } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { landingPath } from './landing-path.ts';
import { nextPathOf, takeRememberedNext } from './next-path.ts';
import { setVisitor } from './visitor.ts';

/** What happens once somebody has signed in: on to the page one came for, or to where one's role works. */
export function useSignedIn(): (account: AccountDocument) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (account) => {
    setVisitor(account);
    const remembered = takeRememberedNext();
    void navigate(nextPathOf(search) ?? remembered ?? landingPath(account), { replace: true });
  };
}
