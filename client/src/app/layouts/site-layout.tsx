import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { LoadingBar } from '../../ui/loading/loading-bar.tsx';
import { SkipLink } from '../../ui/navigation/skip-link.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader, type SiteHeaderProps } from './site-header.tsx';
import styles from './site-layout.module.css';

export type SiteLayoutProps = SiteHeaderProps & {
  isBare?: boolean;
  /** Above everything else, on every page. */
  strip?: ReactNode;
  children: ReactNode;
};

const contentId = 'content';

/** The frame round every page. */
export function SiteLayout({ isBare = false, strip, children, ...header }: SiteLayoutProps) {
  const { state } = useNavigation();
  const isEditor = header.visitor?.memberships.some(({ role }) => role === 'editor') === true;
  return (
    <div className={styles.frame}>
      <SkipLink targetId={contentId} />
      <LoadingBar isLoading={state === 'loading'} />
      {strip}
      {!isBare && <SiteHeader {...header} />}
      <main id={contentId} className={styles.main} tabIndex={-1}>
        {children}
      </main>
      {!isBare && <SiteFooter isEditor={isEditor} />}
    </div>
  );
}
