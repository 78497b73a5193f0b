import type { ReactNode } from 'react';
import { ContentsList, type PartName } from './contents-list.tsx';
import styles from './navigation.module.css';

export type Part = PartName & { readonly content: ReactNode };

/** What is on a long page. */
export function ContentsLinks({ label, parts }: { label: string; parts: readonly PartName[] }) {
  return (
    <nav aria-label={label}>
      <ContentsList parts={parts} />
    </nav>
  );
}

/** A long page: what is on it, and the parts. */
export function PageContents({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <>
      <ContentsLinks label={label} parts={parts} />
      {parts.map(({ id, content }) => (
        <div key={id} id={id} className={styles.part}>
          {content}
        </div>
      ))}
    </>
  );
}
