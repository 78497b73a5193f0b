import type { ReactNode } from 'react';
import { Link } from '../link/link.tsx';
import styles from './navigation.module.css';

export type Part = { readonly id: string; readonly name: string; readonly content: ReactNode };

/** A long page: what is on it, and the parts. */
export function PageContents({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <>
      <nav aria-label={label}>
        <ul className={styles.contents}>
          {parts.map(({ id, name }) => (
            <li key={id}>
              <Link to={`#${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, content }) => (
        <div key={id} id={id} className={styles.part}>
          {content}
        </div>
      ))}
    </>
  );
}
