import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { LoadingBar } from '../../ui/loading/loading-bar.tsx';
import { SkipLink } from '../../ui/navigation/skip-link.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import styles from './site-layout.module.css';

export type SiteLayoutProps = {
  /** The server shows simulated firms: every page says so. */
  isDemo: boolean;
  children: ReactNode;
};

const contentId = 'content';

/** The frame round every page. */
export function SiteLayout({ isDemo, children }: SiteLayoutProps) {
  const { state } = useNavigation();
  return (
    <div className={styles.frame}>
      <SkipLink targetId={contentId} />
      <LoadingBar isLoading={state === 'loading'} />
      <SiteHeader isDemo={isDemo} />
      <main id={contentId} className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
