import { Notice } from '../../ui/notice/notice.tsx';
import styles from './coordination.module.css';
import type { Done } from './use-done.ts';

export function DoneNotice({ done }: { done: Done }) {
  return (
    <div ref={done.notice} role="status" tabIndex={-1} className={styles.done}>
      {done.done !== undefined && (
        <Notice tone="success">
          <p>{done.done}</p>
        </Notice>
      )}
    </div>
  );
}
