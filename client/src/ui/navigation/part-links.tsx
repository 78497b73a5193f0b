import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Link } from '../link/link.tsx';
import { ContentsList, type PartName } from './contents-list.tsx';
import styles from './navigation.module.css';

const contentsId = 'contents';

/** The parts of a long page, under their name, which one can come back to. */
export function PartLinks({ parts }: { parts: readonly PartName[] }) {
  const { t } = useLingui();
  return (
    <nav id={contentsId} tabIndex={-1} aria-label={t`On this page`} className={styles.partLinks}>
      <p className={styles.contentsName} aria-hidden="true">
        <Trans>On this page</Trans>
      </p>
      <ContentsList parts={parts} />
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
