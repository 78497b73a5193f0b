import { Trans } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';
import { InvitationEnded } from './invitation-ended.tsx';

/** A key that opens nothing any more may also be too old. The server does not tell which; this is what is likely. */
function BelongElsewhere() {
  return (
    <p>
      <Trans>Most likely they now belong to an account.</Trans>
    </p>
  );
}

/** Nothing more is sent until somebody signs in; what was given waits, and the way back leads to the same page. */
export function LockedOutNotice() {
  return useAnswering().session.response.respondent === null ? <SignInAgain /> : <InvitationEnded />;
}

function SignInAgain() {
  const { session, outbox, hrefs } = useAnswering();
  const { pathname } = useLocation();
  const { isClaimed } = session.response;
  const title = isClaimed ? (
    <Trans>You are no longer signed in</Trans>
  ) : (
    <Trans>The answers no longer open with the key in this browser</Trans>
  );
  return (
    <Notice tone="warning" role="alert" title={title}>
      {!isClaimed && <BelongElsewhere />}
      <p>
        {outbox.isDurable ? (
          <Trans>Sign in to go on. What you have written is still here, and is saved when you come back.</Trans>
        ) : (
          <Trans>Sign in in a new tab. What you have written is still here, for as long as this page is open.</Trans>
        )}
      </p>
      <ButtonRow>
        <ButtonLink to={hrefs.signIn(pathname)} target={outbox.isDurable ? undefined : '_blank'}>
          <Trans>Sign in</Trans>
        </ButtonLink>
        {!isClaimed && (
          <ButtonLink to={hrefs.resume} variant="quiet">
            <Trans>Open a secret link instead</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
    </Notice>
  );
}
