import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'warning' | 'success' | 'danger';

export type NoticeProps = {
  tone?: NoticeTone | undefined;
  title?: ReactNode | undefined;
  children?: ReactNode | undefined;
  /** `status` or `alert` when the notice appears after the page; leave out for one that was there from the start. */
  role?: 'status' | 'alert' | undefined;
};

function ToneWord({ tone }: { tone: NoticeTone }) {
  if (tone === 'warning') return <Trans>Please note</Trans>;
  if (tone === 'success') return <Trans>Done</Trans>;
  if (tone === 'danger') return <Trans>Problem</Trans>;
  return <Trans>Information</Trans>;
}

/** A message beside the content. Its kind is a word, not only a colour. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <p className={styles.word}>
        <ToneWord tone={tone} />
      </p>
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
