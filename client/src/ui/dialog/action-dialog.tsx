import type { ReactNode } from 'react';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../button/button.tsx';
import { FaultNotice } from '../notice/fault-notice.tsx';
import { Dialog } from './dialog.tsx';

export type ActionDialogProps<Result = unknown> = {
  isOpen: boolean;
  title: ReactNode;
  /** What follows from it. */
  children: ReactNode;
  confirm: ReactNode;
  isDangerous?: boolean | undefined;
  action: Action;
  /** Why it could not be done the last time, where the words alone are not enough. */
  faultNotice?: ReactNode | undefined;
  onConfirm: () => Promise<Result>;
  onClose: () => void;
  /** It has been done and the dialog is closed. */
  onDone?: ((result: Result) => Promise<void> | void) | undefined;
};

/**
 * Tells what follows from an action, does it when confirmed, and stays open when it could not be done. It cannot be left
 * while the action is under way: that would look as if it had been called off.
 */
export function ActionDialog<Result>(props: ActionDialogProps<Result>) {
  const { isOpen, title, children, confirm, isDangerous = true, action, onConfirm, onClose, onDone } = props;
  const { isBusy, fault, forget, run } = action;
  const { faultNotice = <FaultNotice fault={fault} /> } = props;
  const close = () => {
    forget();
    onClose();
  };
  const act = () =>
    run(async () => {
      const result = await onConfirm();
      close();
      await onDone?.(result);
    });
  return (
    <Dialog
      isOpen={isOpen}
      isBusy={isBusy}
      onClose={close}
      title={title}
      actions={
        <Button variant={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={act}>
          {confirm}
        </Button>
      }
    >
      {children}
      {faultNotice}
    </Dialog>
  );
}
