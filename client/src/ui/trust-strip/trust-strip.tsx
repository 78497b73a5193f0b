import type { ReactNode } from 'react';
import styles from './trust-strip.module.css';

export type TrustStripProps = {
  /** What the strip is, for those who go by landmarks. */
  label: string;
  /** Who can see what is on the page, in a sentence or two. */
  children: ReactNode;
  /** The way to change it. */
  action?: ReactNode | undefined;
};

/** Under the heading of a page with somebody's own data: who can see it, and where that is decided. */
export function TrustStrip({ label, children, action }: TrustStripProps) {
  return (
    <section className={styles.strip} aria-label={label}>
      <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M2 12C5 7 8.5 5 12 5s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7z" />
        <path d="M12 9l3 3-3 3-3-3z" className={styles.pupil} />
      </svg>
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </section>
  );
}
