import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from './fault-notice.tsx';
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
  const { isBusy, failure, run, forget } = useAccountAction();
  const close = () => {
    forget();
    onClose();
  };
  const confirm = () =>
    run(async () => {
      await remove();
      close();
    });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={title}
      actions={
        <Button variant="danger" isBusy={isBusy} onClick={confirm}>
          {actionLabel ?? <Trans>Remove</Trans>}
        </Button>
      }
    >
      <p>{children}</p>
      <FaultNotice failure={failure} />
    </Dialog>
  );
}
