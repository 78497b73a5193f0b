import { Trans } from '@lingui/react/macro';
import { freshMinutes } from '#shared/domain/access/session-limits.ts';
import { ButtonLink } from '../ui/button/button-link.tsx';
import { ButtonRow } from '../ui/button/button-row.tsx';
import { paths } from './paths.ts';

/** For whoever came in by a sign-in that was not here: there is nothing of it that could be shown once more. */
export function SignInAgain({ next }: { next: string }) {
  return (
    <>
      <p>
        <Trans>
          There is nothing of yours here to show once more. Sign out, sign in again the way you did before, and do it
          within {freshMinutes} minutes.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={paths.signIn(next)} variant="secondary">
          <Trans>To the sign-in</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
