import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import type { Visitor } from '../visitor.ts';
import { isForEverybody } from './is-for-everybody.ts';

const OtherVisitorNotice = lazy(async () => ({
  default: (await import('./other-visitor-notice.tsx')).OtherVisitorNotice,
}));

export type OtherVisitorProps = {
  /** Who was signed in when the page was loaded. */
  openedBy: Visitor;
  visitor: Visitor;
  /** A dialog says already that nobody is signed in. */
  isToldAlready: boolean;
};

/** Says so when a page of one person is left open and somebody else, or nobody, is signed in by now. */
export function OtherVisitor({ openedBy, visitor, isToldAlready }: OtherVisitorProps) {
  const { pathname } = useLocation();
  const isAnother = openedBy !== null && openedBy.personId !== visitor?.personId && !isForEverybody(pathname);
  return (
    <div role="status">
      {isAnother && !isToldAlready && (
        <Suspense fallback={null}>
          <OtherVisitorNotice openedBy={openedBy} visitor={visitor} />
        </Suspense>
      )}
    </div>
  );
}
