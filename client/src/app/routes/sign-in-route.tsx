import { useEffect } from 'react';
import { matchPath, resolvePath, useLoaderData, useLocation, useRevalidator, useSearchParams } from 'react-router';
import { fetchMethods } from '../../features/sign-in/api.ts';
import { type Errand, SignInPage } from '../../features/sign-in/sign-in-page.tsx';
import { hasLeft } from '../has-left.ts';
import { landingPath } from '../landing-path.ts';
import { nextPathOf, rememberNext } from '../next-path.ts';
import { paths, routePatterns } from '../paths.ts';
import { useSignOut } from '../use-sign-out.ts';
import { useSignedIn } from '../use-signed-in.ts';
import { useVisitor } from '../visitor.ts';

export const loader = fetchMethods;

/** The mail's link opens another tab; whoever comes back to this one is to see what happened there. */
function useVisitorOfOtherTabs(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void revalidate();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [revalidate]);
}

/** Invitations wait on the page about the account, and their mail leads there. */
function errandOf(next: string | undefined): Errand | undefined {
  if (next === undefined) return undefined;
  const { pathname } = resolvePath(next);
  if (pathname === paths.account()) return 'invitation';
  return matchPath(routePatterns.claim, pathname) === null ? 'page' : 'claim';
}

export function Component() {
  const visitor = useVisitor();
  const [search] = useSearchParams();
  const next = nextPathOf(search);
  const goOn = next ?? (visitor === null ? paths.home() : landingPath(visitor));
  useVisitorOfOtherTabs();
  return (
    <SignInPage
      methods={useLoaderData<typeof loader>()}
      visitor={visitor}
      cameFor={hasLeft(useLocation().state) ? 'leaving' : errandOf(next)}
      hrefs={{ demoPeople: paths.demoPeople(), goOn }}
      onLeave={() => rememberNext(next)}
      onSignedIn={useSignedIn()}
      onSignOut={useSignOut(paths.signIn(next))}
    />
  );
}
