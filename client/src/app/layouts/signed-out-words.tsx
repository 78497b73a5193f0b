import { Trans } from '@lingui/react/macro';
import type { ButtonVariant } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { paths } from '../paths.ts';

export function SignedOutTitle() {
  return <Trans>You are no longer signed in</Trans>;
}

/** The page stays with all that is written on it, and one signs in beside it. */
export function SignInBeside() {
  return (
    <p>
      <Trans>
        What you have written on this page is still here. Sign in on a tab of its own, come back to this one and try
        again.
      </Trans>
    </p>
  );
}

export function SignInInNewTab({ variant }: { variant?: ButtonVariant | undefined }) {
  return (
    <ButtonLink to={paths.signIn()} target="_blank" rel="noopener" variant={variant}>
      <Trans>Open the sign-in in a new tab</Trans>
    </ButtonLink>
  );
}
