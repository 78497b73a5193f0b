import type { ReactNode } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { useAction } from './use-action.ts';

export type ActionDialogProps = {
  isOpen: boolean;
  title: string;
  /** What follows from it. */
  children: ReactNode;
  confirm: ReactNode;
  isDangerous?: boolean | undefined;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** It has been done and the dialog is closed. */
  onDone: () => Promise<void>;
};

/** Tells what follows from an action, does it when confirmed, and stays with the reason when it could not be done. */
export function ActionDialog(props: ActionDialogProps) {
  const { isOpen, title, children, confirm, isDangerous = true, onConfirm, onClose, onDone } = props;
  const { isBusy, fault, forget, run } = useAction();
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
        <Button variant={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={act}>
          {confirm}
        </Button>
      }
    >
      {children}
      <FaultNotice fault={fault} />
    </Dialog>
  );
}
