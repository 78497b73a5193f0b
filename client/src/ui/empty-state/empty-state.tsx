import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export type EmptyStateProps = { title: ReactNode; children?: ReactNode | undefined; action?: ReactNode | undefined };

/** There is nothing here yet: why, and what one can do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
      {action}
    </div>
  );
}
