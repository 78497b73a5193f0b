import { Trans, useLingui } from '@lingui/react/macro';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { Link } from '../../ui/link/link.tsx';
import styles from './releases.module.css';

type PagesOfReleaseProps = Pick<PublishedReleaseRow, 'number' | 'tells'> & {
  hrefs: Readonly<Record<'gaps' | 'collaboration', (releaseNumber: number) => string>>;
  /** In a list of releases, where each is said to be whose. */
  isShort?: boolean | undefined;
};

/** Pages of their own for what the release tells of besides how firms stand. */
export function PagesOfRelease({ number, tells, hrefs, isShort = false }: PagesOfReleaseProps) {
  const { t } = useLingui();
  const hasGaps = tells.includes('gap');
  const hasCollaboration = tells.includes('collaboration') || tells.includes('women');
  if (!hasGaps && !hasCollaboration) return null;
  return (
    <nav aria-label={isShort ? t`Pages of release ${number}` : t`Pages of this release`}>
      <ul className={styles.ways}>
        {hasGaps && (
          <li>
            <Link to={hrefs.gaps(number)}>
              {isShort ? (
                <Trans>Needs without a package</Trans>
              ) : (
                <Trans>Needs without a package, and what packages there are</Trans>
              )}
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
