import { Trans } from '@lingui/react/macro';
import { formatDay } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import type { Invitation } from './api.ts';

/** Above the first questions of an invited firm: what it answers, until when, and whose words stand there already. */
export function BegunFromInvitation({ invitation }: { invitation: Invitation }) {
  const localise = useLocalised();
  const language = useLanguage();
  const organiser = localise(invitation.organiserName);
  const name = localise(invitation.name);
  const lastDay = formatDay(invitation.state === 'grace' ? invitation.lastDay : invitation.closesOn, language);
  return (
    <p>
      <Trans>
        You answer “{name}” of {organiser}, at the latest on {lastDay}. What stands here already comes from their list;
        change what is not right.
      </Trans>
    </p>
  );
}
