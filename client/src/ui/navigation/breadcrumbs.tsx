import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import styles from './navigation.module.css';

/** `to` is left out for the page one is on, which comes last. */
export type Crumb = { label: string; to?: string | undefined };

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`You are here`}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, to }) => (
          <li key={label}>{to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
