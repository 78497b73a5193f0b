import type { ReactNode } from 'react';
import styles from './button.module.css';

/** Buttons side by side, the main one first; under each other where they do not fit. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
