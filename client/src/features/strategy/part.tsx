import type { ReactNode } from 'react';
import { Section } from '../../ui/page/section.tsx';
import styles from './strategy.module.css';
import { useTarget } from './use-target.ts';

export type PartProps = { id: string; title: ReactNode; lead?: ReactNode | undefined; children: ReactNode };

/** A section that can be linked to. */
export function Part({ id, title, lead, children }: PartProps) {
  const target = useTarget();
  return (
    <div {...target(id)} className={styles.part}>
      <Section title={title} lead={lead}>
        {children}
      </Section>
    </div>
  );
}
