import type { ReactNode } from 'react';
import styles from './page.module.css';
import { PageHeading } from './page-heading.tsx';

export type PageHeaderProps = {
  title: string;
  /** Longer or shorter name for the window; the heading is used when it is left out. */
  documentTitle?: string | undefined;
  hasFaults?: boolean | undefined;
  /** Short line above the heading: which part of the whole this is. */
  eyebrow?: ReactNode | undefined;
  /** The finished sentence under the heading. */
  lead?: ReactNode | undefined;
  children?: ReactNode | undefined;
};

export function PageHeader({ title, documentTitle = title, hasFaults, eyebrow, lead, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <PageHeading documentTitle={documentTitle} hasFaults={hasFaults}>
        {title}
      </PageHeading>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </header>
  );
}
