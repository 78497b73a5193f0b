import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import styles from './site-header.module.css';

/** Says on every page that nothing here is real, and where the people and the mail of the demo are. */
export function DemoStrip({ hasPeople }: { hasPeople: boolean }) {
  return (
    <p className={styles.demo}>
      <strong>
        <Trans>Demo.</Trans>
      </strong>{' '}
      <Trans>The firms shown here are made up.</Trans>
      {hasPeople && (
        <span className={styles.demoLinks}>
          {' '}
          <Link to={paths.demoPeople()}>
            <Trans>Demo people</Trans>
          </Link>{' '}
          <Link to={paths.demoMails()}>
            <Trans>Mail</Trans>
          </Link>
        </span>
      )}
    </p>
  );
}
