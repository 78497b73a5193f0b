import { useEffect } from 'react';
import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { fetchMethods } from '../../features/sign-in/api.ts';
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx';
import { landingPath } from '../landing-path.ts';
import { nextPathOf, rememberNext } from '../next-path.ts';
import { paths } from '../paths.ts';
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
      isSentHere={next !== undefined}
      hrefs={{ demoPeople: paths.demoPeople(), goOn }}
      onLeave={() => rememberNext(next)}
      onSignedIn={useSignedIn()}
      onSignOut={useSignOut(paths.signIn(next))}
    />
  );
}
