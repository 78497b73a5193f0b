import type { ReactNode } from 'react';
import { Panel } from '../panel/panel.tsx';
import styles from './record.module.css';

type PartProps = { children: ReactNode };

/** What was written down or agreed, one thing after the other; its children are `li`. */
export function RecordList({ children }: PartProps) {
  return <ul className={styles.list}>{children}</ul>;
}

/** One of them in a frame of its own. */
export function RecordCard({ children }: PartProps) {
  return (
    <Panel>
      <RecordParts>{children}</RecordParts>
    </Panel>
  );
}

/** The parts of one, close together. */
export function RecordParts({ children }: PartProps) {
  return <div className={styles.card}>{children}</div>;
}

/** Who, when and with whom. */
export function RecordMeta({ children }: PartProps) {
  return <p className={styles.meta}>{children}</p>;
}

/** Words with the lines as they were written. */
export function RecordWords({ children }: PartProps) {
  return <p className={styles.words}>{children}</p>;
}
