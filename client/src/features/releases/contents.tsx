import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Link } from '../../ui/link/link.tsx';
import styles from './releases.module.css';

type ContentsProps = {
  /** Not where one area alone is looked at. */
  hasFigures: boolean;
};

/** The parts of a long page. What is looked at stays as it is. */
export function Contents({ hasFigures }: ContentsProps) {
  const { t } = useLingui();
  const { search } = useLocation();
  const to = (hash: string) => ({ search, hash });
  return (
    <nav aria-label={t`On this page`} className={styles.contents}>
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
            <Trans>One area closely</Trans>
          </Link>
        </li>
        <li>
          <Link to={to('time')}>
            <Trans>Over time</Trans>
          </Link>
        </li>
        <li>
          <Link to={to('files')}>
            <Trans>Take it with you</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
