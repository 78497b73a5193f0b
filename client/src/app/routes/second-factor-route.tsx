import { useNavigate, useSearchParams } from 'react-router';
import { fetchFactors } from '../../features/account/api.ts';
import { SecondFactorPage } from '../../features/account/second-factor-page.tsx';
import { CodeSignIn } from '../../features/sign-in/code-sign-in.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { landingPath } from '../landing-path.ts';
import { nextPathOf } from '../next-path.ts';
import { paths } from '../paths.ts';
import { useSignedIn } from '../use-signed-in.ts';
import { forgetVisitor, useVisitor } from '../visitor.ts';

/** Refused to whoever is not signed in. */
export const loader = fetchFactors;

export function Component() {
  const account = useVisitor();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const onShown = useSignedIn();
  if (account === null) return <OfflinePage />;
  const goOn =
    nextPathOf(search) ?? landingPath({ ...account, secondFactor: { ...account.secondFactor, isShown: true } });
  const onPasskeyAdded = async () => {
    forgetVisitor();
    await navigate(goOn, { replace: true });
  };
  return (
    <SecondFactorPage
      account={account}
      goOnHref={goOn}
      accountHref={paths.account()}
      onShown={onShown}
      onPasskeyAdded={onPasskeyAdded}
      renderMailProof={(onProven) => <CodeSignIn email={account.email} onSignedIn={onProven} />}
    />
  );
}
