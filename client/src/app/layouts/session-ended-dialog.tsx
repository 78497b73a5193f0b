import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { paths } from '../paths.ts';

/** The page stays with all that is written on it, and one signs in beside it. */
export function SessionEndedDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Trans>You are no longer signed in</Trans>}
      cancelLabel={<Trans>Back to the page</Trans>}
      actions={
        <ButtonLink to={paths.signIn()} target="_blank" rel="noopener">
          <Trans>Open the sign-in in a new tab</Trans>
        </ButtonLink>
      }
    >
      <p>
        <Trans>
          What you have written on this page is still here. Sign in on a tab of its own, come back to this one and try
          again.
        </Trans>
      </p>
    </Dialog>
  );
}
