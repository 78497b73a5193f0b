import type { ReactNode } from 'react';
import styles from './facts.module.css';

export type Fact = { term: string; detail: ReactNode };

/** Terms and what holds for them: beside each other where there is room. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, detail }) => (
        <div key={term} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
