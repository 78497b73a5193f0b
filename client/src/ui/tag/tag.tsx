import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning';

/** A word that says what something is: "Förslag", "Demo", "Valt". */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone | undefined; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
