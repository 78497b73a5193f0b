import { type Attempt, useAction } from '../../lib/use-action.ts';
import { ActionDialog, type ActionDialogProps } from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from './fault-notice.tsx';

type ConfirmDialogProps = Omit<ActionDialogProps, 'action' | 'isDangerous'> & { attempt: Attempt };

/** With the reason, in words of erasure, when it could not be done. */
export function ConfirmDialog({ attempt, children, ...props }: ConfirmDialogProps) {
  const action = useAction(attempt);
  return (
    <ActionDialog {...props} action={action}>
      {children}
      <FaultNotice failure={action.failure} />
    </ActionDialog>
  );
}
