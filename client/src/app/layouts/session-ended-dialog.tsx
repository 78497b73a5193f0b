import { Trans } from '@lingui/react/macro';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SignedOutTitle, SignInBeside, SignInInNewTab } from './signed-out-words.tsx';

export function SessionEndedDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<SignedOutTitle />}
      cancelLabel={<Trans>Back to the page</Trans>}
      actions={<SignInInNewTab />}
    >
      <SignInBeside />
    </Dialog>
  );
}
