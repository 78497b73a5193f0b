import { Trans } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Telling } from './load-telling.ts';

type MissedReleaseProps = Pick<Telling, 'missed'> & {
  /** The one that is shown instead. */
  number: number | null;
  hrefs: { releases: string; release: (number: number) => string };
};

/** What became of the release that the address asks for. */
export function MissedRelease({ missed, number, hrefs }: MissedReleaseProps) {
  if (missed === null) return null;
  const asked = missed.number;
  return (
    <Notice tone="warning">
      <p>
        {missed.isPublished ? (
          <Trans>Release {asked} has no figures of this.</Trans>
        ) : (
          <Trans>There is no published release with the number {asked}. The address may be mistyped.</Trans>
        )}{' '}
        {number !== null && <Trans>What follows is release {number}.</Trans>}
      </p>
      <p>
        {missed.isPublished ? (
          <Link to={hrefs.release(Number(asked))}>
            <Trans>To what release {asked} tells of</Trans>
          </Link>
        ) : (
          <Link to={hrefs.releases}>
            <Trans>All published figures</Trans>
          </Link>
        )}
      </p>
    </Notice>
  );
}
