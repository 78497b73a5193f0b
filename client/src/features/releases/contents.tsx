import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Link } from '../../ui/link/link.tsx';
import styles from './releases.module.css';

type ContentsProps = {
  /** Not where one area alone is looked at. */
  hasFigures: boolean;
  hasCoverage: boolean;
};

const contentsId = 'contents';

/** The parts of a long page. What is looked at stays as it is. */
export function Contents({ hasFigures, hasCoverage }: ContentsProps) {
  const { t } = useLingui();
  const { search } = useLocation();
  const to = (hash: string) => ({ search, hash });
  return (
    <nav id={contentsId} tabIndex={-1} aria-label={t`On this page`} className={styles.contents}>
      <p className={styles.waysName} aria-hidden="true">
        <Trans>On this page</Trans>
      </p>
      <ul className={styles.ways}>
        {hasFigures && (
          <li>
            <Link to={to('figures')}>
              <Trans>Figures by area</Trans>
            </Link>
          </li>
        )}
        <li>
          <Link to={to('area')}>
            <Trans>One area up close</Trans>
          </Link>
        </li>
        <li>
          <Link to={to('time')}>
            <Trans>Over time</Trans>
          </Link>
        </li>
        {hasCoverage && (
          <li>
            <Link to={to('coverage')}>
              <Trans>Coverage</Trans>
            </Link>
          </li>
        )}
        <li>
          <Link to={to('files')}>
            <Trans>Take it with you</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** Back to the parts from the end of one. */
export function ToContents() {
  const { search } = useLocation();
  return (
    <p className={styles.contents}>
      <Link to={{ search, hash: contentsId }}>
        <Trans>Back to the contents of the page</Trans>
      </Link>
    </p>
  );
}
