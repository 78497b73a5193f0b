import { Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import styles from './progress-rule.module.css';

export type ProgressRuleProps = {
  /** From 1. */
  position: number;
  total: number;
};

type Progress = CSSProperties & Record<'--done' | '--total', string>;

/** How far one has come, in words, with a rule that folds out under them. Nothing on it can be pressed. */
export function ProgressRule({ position, total }: ProgressRuleProps) {
  const progress: Progress = { '--done': `${(position / total) * 100}%`, '--total': String(total) };
  return (
    <div className={styles.progress}>
      <p className={styles.words}>
        <Trans>
          Question {position} of {total}
        </Trans>
      </p>
      <div className={styles.rule} style={progress} aria-hidden="true">
        <span className={styles.done} />
        <span className={styles.ticks} />
        <span className={styles.diamond} />
      </div>
    </div>
  );
}
