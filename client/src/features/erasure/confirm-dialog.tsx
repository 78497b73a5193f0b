import type { ReactNode } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import type { Attempt } from './api.ts';
import { FaultNotice } from './fault-notice.tsx';
import { useAction } from './use-action.ts';

type ConfirmDialogProps = {
  isOpen: boolean;
  title: ReactNode;
  /** What follows from it. */
  children: ReactNode;
  confirm: ReactNode;
  attempt: Attempt;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** It has been done and the dialog is closed. */
  onDone: () => Promise<void> | void;
};

/** Tells what follows from it, does it when confirmed, and stays with the reason when it could not be done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirm, attempt, onConfirm, onClose, onDone } = props;
  const { isBusy, failure, forget, run } = useAction(attempt);
  const close = () => {
    forget();
    onClose();
  };
  const act = () =>
    run(async () => {
      await onConfirm();
      close();
      await onDone();
    });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={title}
      actions={
        <Button variant="danger" isBusy={isBusy} onClick={act}>
          {confirm}
        </Button>
      }
    >
      {children}
      <FaultNotice failure={failure} />
    </Dialog>
  );
}
