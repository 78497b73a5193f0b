import type { ReactNode } from 'react';
import styles from './panel.module.css';

export type PanelProps = {
  /** `plain` white with a hairline; `sunken` for what is beside the point; `strong` for the one thing to see first. */
  tone?: 'plain' | 'sunken' | 'strong' | undefined;
  children: ReactNode;
};

export function Panel({ tone = 'plain', children }: PanelProps) {
  return (
    <div className={styles.panel} data-tone={tone}>
      {children}
    </div>
  );
}
