import { type ReactNode, useId } from 'react';
import styles from './page.module.css';

export type SectionProps = { title: ReactNode; lead?: ReactNode | undefined; children: ReactNode };

/** A part of a page under its own second-level heading. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {lead && <p>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
