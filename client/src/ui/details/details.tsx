import { type ReactNode, useState } from 'react';
import styles from './details.module.css';

export type DetailsProps = {
  summary: ReactNode;
  children: ReactNode;
  isOpenAtFirst?: boolean | undefined;
  onOpen?: (() => void) | undefined;
  /** What is worth reading is opened on paper; what only few ask for is there if it was left open. */
  onPaper?: 'opened' | 'as-left';
};

/** More for those who ask: why we ask, an example, the terms. */
export function Details({ summary, children, isOpenAtFirst = false, onOpen, onPaper = 'opened' }: DetailsProps) {
  // From then on it is the reader's: it neither opens nor closes by itself.
  const [isOpen] = useState(isOpenAtFirst);
  return (
    <details
      className={styles.details}
      data-on-paper={onPaper}
      open={isOpen}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
