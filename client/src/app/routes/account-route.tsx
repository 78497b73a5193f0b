import { useLingui } from '@lingui/react/macro';
import { useLoaderData, useRevalidator } from 'react-router';
import { AccountPage } from '../../features/account/account-page.tsx';
import { fetchFactors, fetchNotices, fetchSessions } from '../../features/account/api.ts';
import { fetchMethods } from '../../features/sign-in/api.ts';
import { CodeSignIn } from '../../features/sign-in/code-sign-in.tsx';
import { useIsAdvisor } from '../advisor.ts';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { useSignOut } from '../use-sign-out.ts';
import { useWorkplaceWords } from '../use-workplace-words.ts';
import { useVisitor } from '../visitor.ts';
import { workplacesOfMembership } from '../workplaces.ts';

export async function loader() {
  const [{ sessions }, factors, { oidc }, notices] = await Promise.all([
    fetchSessions(),
    fetchFactors(),
    fetchMethods(),
    fetchNotices(),
  ]);
  return { sessions, factors, oidc, notices };
}

const hrefs = {
  start: paths.start(),
  secondFactor: paths.secondFactor(paths.account()),
  erasure: paths.accountErasure(),
};

export function Component() {
  const { t } = useLingui();
  const account = useVisitor();
  const isAdvisor = useIsAdvisor();
  const loaded = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const wordsOf = useWorkplaceWords();
  const onSignOut = useSignOut(paths.home());
  if (account === null) return <OfflinePage retry={() => void revalidate()} />;
  return (
    <AccountPage
      account={account}
      {...loaded}
      notices={isAdvisor ? loaded.notices : null}
      linksOf={(membership) =>
        workplacesOfMembership(membership).map(({ kind, href }) => ({
          href,
          label: kind === 'firm' ? t`Open the firm` : wordsOf({ kind, href, name: null }),
        }))
      }
      hrefs={hrefs}
      onSignOut={onSignOut}
      renderMailProof={(onProven) => <CodeSignIn email={account.email} onSignedIn={onProven} />}
    />
  );
}
