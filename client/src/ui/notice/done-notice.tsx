import type { ReactNode } from 'react';
import type { Done } from '../../lib/use-done.ts';
import styles from './done-notice.module.css';
import { Notice } from './notice.tsx';

/** What was done last, in words that are read out and can take the focus; `children`: where one goes on from there. */
export function DoneNotice({ done, children }: { done: Done; children?: ReactNode }) {
  return (
    <div ref={done.notice} role="status" tabIndex={-1} className={styles.done}>
      {done.words !== undefined && (
        <Notice tone={done.hasCome ? 'success' : 'info'}>
          <p>{done.words}</p>
          {children}
        </Notice>
      )}
    </div>
  );
}
