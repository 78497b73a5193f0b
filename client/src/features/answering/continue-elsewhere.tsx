import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAnswering } from './answering-context.tsx';
import { ResumeLink } from './resume-link.tsx';

function BySignIn() {
  const { ownEmail } = useAnswering();
  return (
    <p>
      {ownEmail === null ? (
        <Trans>The answers belong to an account. Sign in with the same address on any device to go on there.</Trans>
      ) : (
        <Trans>The answers are reached by signing in as {ownEmail}, on any device. No link is needed.</Trans>
      )}
    </p>
  );
}

function ByEmailOrLink() {
  const { session, hrefs } = useAnswering();
  return (
    <>
      <p>
        <Trans>
          This browser remembers where you were. Save under your e-mail, and you can sign in and go on from any device.
        </Trans>
      </p>
      {!session.response.isSimulated && (
        <ButtonRow>
          <ButtonLink to={hrefs.claim} variant="secondary">
            <Trans>Save under your e-mail</Trans>
          </ButtonLink>
        </ButtonRow>
      )}
      <ResumeLink about={<Trans>Without an account: make a secret link and send it to yourselves.</Trans>} />
    </>
  );
}

/** The ways back to the answers from elsewhere: an account, or a secret link for as long as there is none. */
export function ContinueElsewhere() {
  const { session, outbox, awaitsSaved } = useAnswering();
  // A respondent has a link of their own.
  if (outbox.isLockedOut || awaitsSaved || session.response.respondent !== null) return null;
  return (
    <Section title={<Trans>Continue later or on another device</Trans>}>
      {session.response.isClaimed ? <BySignIn /> : <ByEmailOrLink />}
    </Section>
  );
}
