import { type ReactNode, useState } from 'react';
import styles from './details.module.css';

export type DetailsProps = { summary: ReactNode; children: ReactNode; isOpenAtFirst?: boolean | undefined };

/** More for those who ask: why we ask, an example, the terms. */
export function Details({ summary, children, isOpenAtFirst = false }: DetailsProps) {
  // From then on it is the reader's: it neither opens nor closes by itself.
  const [isOpen] = useState(isOpenAtFirst);
  return (
    <details className={styles.details} open={isOpen}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
