import type { ReactNode } from 'react';
import styles from './minute-rule.module.css';

export type MinuteStep = { mark: string; title: string; text: ReactNode };

/** What happens, in order, along a rule that measures minutes. */
export function MinuteRule({ steps }: { steps: readonly MinuteStep[] }) {
  return (
    <ol className={styles.rule}>
      {steps.map(({ mark, title, text }) => (
        <li key={title} className={styles.step}>
          <p className={styles.mark}>{mark}</p>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}
