import { Trans } from '@lingui/react/macro';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { PlaceName } from './places.tsx';

/** For whoever comes from the mail of an invitation that cannot be taken up any longer. */
export function EndedInvitations({ places }: { places: AccountDocument['endedInvitations'] }) {
  return places.map((place) => (
    <Notice
      key={place.placeId}
      title={
        <Trans>
          The invitation to <PlaceName place={place} /> no longer holds
        </Trans>
      }
    >
      <p>
        <Trans>
          It has run out or was taken back, also if whoever sent it has left. Ask the one who invited you, or somebody
          else who is responsible there, to invite this address anew.
        </Trans>
      </p>
    </Notice>
  ));
}
