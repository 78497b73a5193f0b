import { Plural, Trans } from '@lingui/react/macro';
import type { Member } from '#shared/contracts/people.ts';

function Invitations({ member: { fallingInvitationCount: count, isYou } }: { member: Member }) {
  if (count === 0) return null;
  if (isYou) {
    return (
      <p>
        <Plural
          value={count}
          one="# invitation of yours that nobody has taken up stops working. Whoever is left can send a new one."
          other="# invitations of yours that nobody has taken up stop working. Whoever is left can send new ones."
        />
      </p>
    );
  }
  return (
    <p>
      <Plural
        value={count}
        one="# invitation from the person that nobody has taken up stops working. Whoever is left can send a new one."
        other="# invitations from the person that nobody has taken up stop working. Whoever is left can send new ones."
      />
    </p>
  );
}

/** What goes with the role of whoever has invited others, or shown results by links. */
export function WhatFalls({ member }: { member: Member }) {
  return (
    <>
      <Invitations member={member} />
      {member.role === 'owner' && (
        <p>
          {member.isYou ? (
            <Trans>Links to results that you have made are taken back. Whoever is left can make new ones.</Trans>
          ) : (
            <Trans>Links to results that the person has made are taken back. Whoever is left can make new ones.</Trans>
          )}
        </p>
      )}
    </>
  );
}
