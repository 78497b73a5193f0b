import type { ReactNode } from 'react';
import styles from './row-list.module.css';

/** Rows below each other, each of which looks as its feature has it. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}
