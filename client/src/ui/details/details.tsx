import type { ReactNode } from 'react';
import styles from './details.module.css';

export type DetailsProps = { summary: ReactNode; children: ReactNode; isOpenAtFirst?: boolean | undefined };

/** More for those who ask: why we ask, an example, the terms. */
export function Details({ summary, children, isOpenAtFirst = false }: DetailsProps) {
  return (
    <details className={styles.details} open={isOpenAtFirst}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
