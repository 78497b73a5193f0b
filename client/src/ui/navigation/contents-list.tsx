import { useLocation } from 'react-router';
import { Link } from '../link/link.tsx';
import styles from './navigation.module.css';

export type PartName = { readonly id: string; readonly name: string };

/** Links to the parts of a page. What the address says is looked at stays as it is. */
export function ContentsList({ parts }: { parts: readonly PartName[] }) {
  const { search } = useLocation();
  return (
    <ul className={styles.contents}>
      {parts.map(({ id, name }) => (
        <li key={id}>
          <Link to={{ search, hash: id }}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
