import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

/** To a respondent, whose way in is an invitation: it was revoked, its time is over, or the answers were closed here. */
export function InvitationEnded() {
  const { outbox, hrefs } = useAnswering();
  const waits = outbox.record.entries.length > 0;
  return (
    <Notice tone="warning" role="alert" title={<Trans>Your answers no longer open here</Trans>}>
      <p>
        <Trans>
          Your invitation may have been revoked, its time may be over, or your answers were closed in this browser. Ask
          whoever invited you.
        </Trans>
      </p>
      {waits && (
        <p>
          {outbox.isDurable ? (
            <Trans>
              What you answered last is not saved, but kept in this browser. It is sent if you come in here again by a
              link of your own or a new invitation.
            </Trans>
          ) : (
            <Trans>What you answered last is not saved, and is kept only for as long as this page is open.</Trans>
          )}
        </p>
      )}
      <ButtonRow>
        <ButtonLink to={hrefs.resume} variant="secondary">
          <Trans>Open a link of your own</Trans>
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
}
