import { Trans } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** The server tells nobody that a response exists; the page has read it, so what is likely can be said. */
function SignedOut({ signInHref }: { signInHref: string }) {
  return (
    <Notice tone="warning" role="alert" title={<Trans>You are probably no longer signed in</Trans>}>
      <p>
        <Trans>
          Nothing was sent. What you have written is still here. Sign in in a new tab, come back to this one and send
          again.
        </Trans>
      </p>
      <p>
        <ButtonLink to={signInHref} target="_blank" rel="noopener" variant="secondary">
          <Trans>Sign in in a new tab</Trans>
        </ButtonLink>
      </p>
    </Notice>
  );
}

type SendFailureProps = { error: unknown; isClaimed: boolean; signInHref: string };

/** Why the request did not go, and what to do about it. */
export function SendFailure({ error, isClaimed, signInHref }: SendFailureProps) {
  const say = useProblemWords();
  if (error === null) return null;
  if (isClaimed && error instanceof ProblemError && error.code === 'not-found') {
    return <SignedOut signInHref={signInHref} />;
  }
  return (
    <Notice tone="danger" role="alert" title={<Trans>The request could not be sent</Trans>}>
      <p>{say(error)}</p>
    </Notice>
  );
}
