import type { Done } from '../../lib/use-done.ts';
import styles from './done-notice.module.css';
import { Notice } from './notice.tsx';

/** What was done last, in words that are read out and can take the focus. */
export function DoneNotice({ done }: { done: Done }) {
  return (
    <div ref={done.notice} role="status" tabIndex={-1} className={styles.done}>
      {done.words !== undefined && (
        <Notice tone="success">
          <p>{done.words}</p>
        </Notice>
      )}
    </div>
  );
}
