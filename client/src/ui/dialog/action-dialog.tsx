import type { ReactNode } from 'react';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

export type ActionDialogProps = {
  isOpen: boolean;
  title: ReactNode;
  /** What follows from it, and why it could not be done the last time. */
  children: ReactNode;
  confirm: ReactNode;
  isDangerous?: boolean | undefined;
  action: Action;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** It has been done and the dialog is closed. */
  onDone?: (() => Promise<void> | void) | undefined;
};

/** Tells what follows from an action, does it when confirmed, and stays open when it could not be done. */
export function ActionDialog(props: ActionDialogProps) {
  const { isOpen, title, children, confirm, isDangerous = true, action, onConfirm, onClose, onDone } = props;
  const { isBusy, forget, run } = action;
  const close = () => {
    forget();
    onClose();
  };
  const act = () =>
    run(async () => {
      await onConfirm();
      close();
      await onDone?.();
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
    </Dialog>
  );
}
