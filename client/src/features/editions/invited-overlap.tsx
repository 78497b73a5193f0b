import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import { fetchLivePlaces } from './api.ts';
import { SameTime } from './same-time.tsx';
import type { PlacedFirm, PlacingAt } from './use-placing.ts';

/** In which other groups a firm is at the same time as the one that it is to be invited to. */
export function InvitedOverlap({ at, firm }: { at: PlacingAt; firm: PlacedFirm }) {
  const [places, setPlaces] = useState<readonly LivePlace[] | 'unknown'>([]);
  const { organisationId } = at;
  const { firmId } = firm;
  useEffect(() => {
    const asking = new AbortController();
    fetchLivePlaces({ organisationId, firmId }, asking.signal).then(setPlaces, () => {
      if (!asking.signal.aborted) setPlaces('unknown');
    });
    return () => asking.abort();
  }, [organisationId, firmId]);
  return (
    <div role="status">
      {places === 'unknown' ? (
        <p>
          <Trans>Whether the firm is in another group at the same time could not be read.</Trans>
        </p>
      ) : (
        <SameTime group={at} places={places} />
      )}
    </div>
  );
}
