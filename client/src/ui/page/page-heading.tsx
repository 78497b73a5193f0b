import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { takeLead } from '../../lib/lead-focus.ts';
import { siteName } from '../../lib/site-name.ts';

export type PageHeadingProps = {
  children: ReactNode;
  /** Title of the window, without the site's name. */
  documentTitle: string;
  /** Puts "Error:" first in the window's title, which is what a screen reader says first. */
  hasFaults?: boolean | undefined;
};

/** Path of the heading shown last: the focus moves on a change of page, not when the first page opens, unless a press led there. */
let lastPath: string | undefined;

/** The one first-level heading. It takes the focus when the page changes, as a page load would. */
export function PageHeading({ children, documentTitle, hasFaults = false }: PageHeadingProps) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const prefix = hasFaults ? `${t`Error:`} ` : '';
  const title = `${prefix}${documentTitle} – ${siteName}`;

  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);

  useEffect(() => {
    if (lastPath === undefined ? takeLead() : lastPath !== pathname) heading.current?.focus({ preventScroll: true });
    lastPath = pathname;
  }, [pathname]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
