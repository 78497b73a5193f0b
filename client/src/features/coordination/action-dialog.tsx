import {
  ActionDialog as Confirmation,
  type ActionDialogProps as ConfirmationProps,
} from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { useAction } from './use-action.ts';

export type ActionDialogProps = Omit<ConfirmationProps, 'action'>;

/** With the reason, in words for those who look after organisations, when it could not be done. */
export function ActionDialog({ children, ...props }: ActionDialogProps) {
  const { fault, ...action } = useAction();
  return (
    <Confirmation {...props} action={action}>
      {children}
      <FaultNotice fault={fault} />
    </Confirmation>
  );
}
