import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../link/link.tsx';
import styles from './navigation.module.css';

export type PartName = { readonly id: string; readonly name: string };
export type Part = PartName & { readonly content: ReactNode };

/** What is on a long page. What the address says is looked at stays as it is. */
export function ContentsLinks({ label, parts }: { label: string; parts: readonly PartName[] }) {
  const { search } = useLocation();
  return (
    <nav aria-label={label}>
      <ul className={styles.contents}>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <Link to={{ search, hash: id }}>{name}</Link>
          </li>
        ))}
      </ul>
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
