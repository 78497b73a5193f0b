import { Trans, useLingui } from '@lingui/react/macro';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { Link } from '../../ui/link/link.tsx';
import styles from './releases.module.css';

type PagesOfReleaseProps = Pick<PublishedReleaseRow, 'number' | 'tells'> & {
  hrefs: Readonly<Record<'gaps' | 'collaboration', (releaseNumber: number) => string>>;
};

/** Pages of their own for what the release tells of besides how firms stand. */
export function PagesOfRelease({ number, tells, hrefs }: PagesOfReleaseProps) {
  const { t } = useLingui();
  const hasGaps = tells.includes('gap');
  const hasCollaboration = tells.includes('collaboration') || tells.includes('women');
  if (!hasGaps && !hasCollaboration) return null;
  return (
    <nav aria-label={t`Pages of this release`}>
      <ul className={styles.ways}>
        {hasGaps && (
          <li>
            <Link to={hrefs.gaps(number)}>
              <Trans>Needs without a package, and what packages there are</Trans>
            </Link>
          </li>
        )}
        {hasCollaboration && (
          <li>
            <Link to={hrefs.collaboration(number)}>
              <Trans>Collaboration and diversity</Trans>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
