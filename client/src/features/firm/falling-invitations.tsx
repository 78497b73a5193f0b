import { Plural } from '@lingui/react/macro';
import type { Member } from '#shared/contracts/people.ts';

/** What goes with the role of whoever has invited others. */
export function FallingInvitations({ member }: { member: Member }) {
  const count = member.fallingInvitationCount;
  if (count === 0) return null;
  if (member.isYou) {
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
