import { type ReactNode, useId } from 'react';
import styles from './page.module.css';

export type SectionProps = {
  title: ReactNode;
  lead?: ReactNode | undefined;
  /** What an address calls it: whoever follows such a link comes here with the focus too. */
  id?: string | undefined;
  children: ReactNode;
};

/** A part of a page under its own second-level heading. */
export function Section({ title, lead, id, children }: SectionProps) {
  const headingId = useId();
  const target = id === undefined ? {} : { id, tabIndex: -1 };
  return (
    <section {...target} className={styles.section} aria-labelledby={headingId}>
      <div className={styles.sectionHead}>
        <h2 id={headingId}>{title}</h2>
        {lead && <p>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
