import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Link } from '../link/link.tsx';
import styles from './navigation.module.css';

export type PartLink = { readonly id: string; readonly name: string };

const contentsId = 'contents';

/** The parts of a long page. What is looked at stays as it is. */
export function PartLinks({ parts }: { parts: readonly PartLink[] }) {
  const { t } = useLingui();
  const { search } = useLocation();
  return (
    <nav id={contentsId} tabIndex={-1} aria-label={t`On this page`} className={styles.partLinks}>
      <p className={styles.contentsName} aria-hidden="true">
        <Trans>On this page</Trans>
      </p>
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

/** Back to the parts from the end of one. */
export function ToPartLinks() {
  const { search } = useLocation();
  return (
    <p className={styles.partLinks}>
      <Link to={{ search, hash: contentsId }}>
        <Trans>Back to the contents of the page</Trans>
      </Link>
    </p>
  );
}
