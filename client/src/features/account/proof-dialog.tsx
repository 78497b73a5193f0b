import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

type ProofDialogProps = {
  isOpen: boolean;
  account: AccountDocument;
  renderMailProof: (onProven: () => void) => ReactNode;
  onProven: () => void;
  onClose: () => void;
};

/** Shows once more who it is, by the strongest thing the person has. */
export function ProofDialog({ isOpen, account, renderMailProof, onProven, onClose }: ProofDialogProps) {
  const { hasAuthenticator, hasPasskey } = account.secondFactor;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={<Trans>Show once more that it is you</Trans>}>
      <p>
        <Trans>
          We ask before anything changes in how somebody signs in, and before your data leaves the site. Then it goes on
          by itself, and nothing you wrote is lost.
        </Trans>
      </p>
      {hasAuthenticator || hasPasskey ? (
        <SecondFactorForm name="proof-code" secondFactor={account.secondFactor} onShown={onProven} />
      ) : (
        renderMailProof(onProven)
      )}
    </Dialog>
  );
}
