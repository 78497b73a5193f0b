import type { ReactNode } from 'react';
import styles from './page.module.css';

export type PageWidth = 'question' | 'results';

/** The column of a page: 640 px for questions and reading, 1080 px for results. Its children keep an even distance. */
export function Page({ width = 'question', children }: { width?: PageWidth | undefined; children: ReactNode }) {
  return (
    <div className={styles.page} data-width={width}>
      {children}
    </div>
  );
}
