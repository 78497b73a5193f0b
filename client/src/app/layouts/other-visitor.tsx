import { lazy, Suspense } from 'react';
import { matchPath, useLocation } from 'react-router';
import { routePatterns } from '../paths.ts';
import type { Visitor } from '../visitor.ts';

const OtherVisitorNotice = lazy(async () => ({
  default: (await import('./other-visitor-notice.tsx')).OtherVisitorNotice,
}));

/** Pages that are the same for everybody: there the header says enough. */
const forEverybody = (
  [
    'home',
    'start',
    'resume',
    'packages',
    'package',
    'strategy',
    'method',
    'privacy',
    'retention',
    'accessibility',
  ] as const
).map((name) => routePatterns[name]);
const aboutSigningIn = [routePatterns.signIn, routePatterns.signInReturn, routePatterns.demoPeople];

const isForEverybody = (pathname: string): boolean =>
  [...forEverybody, ...aboutSigningIn].some((pattern) => matchPath(pattern, pathname) !== null);

export type OtherVisitorProps = {
  /** Who was signed in when the page was loaded. */
  openedBy: Visitor;
  visitor: Visitor;
};

/** Says so when a page of one person is left open and somebody else, or nobody, is signed in by now. */
export function OtherVisitor({ openedBy, visitor }: OtherVisitorProps) {
  const { pathname } = useLocation();
  const isAnother = openedBy !== null && openedBy.personId !== visitor?.personId && !isForEverybody(pathname);
  return (
    <div role="status">
      {isAnother && (
        <Suspense fallback={null}>
          <OtherVisitorNotice openedBy={openedBy} visitor={visitor} />
        </Suspense>
      )}
    </div>
  );
}
