import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { useAccountAction } from './proof.tsx';

type RemovalDialogProps = {
  isOpen: boolean;
  title: ReactNode;
  children: ReactNode;
  actionLabel?: ReactNode | undefined;
  remove: () => Promise<void>;
  onClose: () => void;
};

/** Asks once more before something of the account goes away. */
export function RemovalDialog({ isOpen, title, children, actionLabel, remove, onClose }: RemovalDialogProps) {
  return (
    <ActionDialog
      isOpen={isOpen}
      title={title}
      confirm={actionLabel ?? <Trans>Remove</Trans>}
      action={useAccountAction()}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{children}</p>
    </ActionDialog>
  );
}
