import { type Attempt, useAction } from '../../lib/use-action.ts';
import { ActionDialog, type ActionDialogProps } from '../../ui/dialog/action-dialog.tsx';
import { useErasureProblemWords } from './use-erasure-problem-words.ts';

type ConfirmDialogProps = Omit<ActionDialogProps, 'action' | 'isDangerous'> & { attempt: Attempt };

/** With the reason, in words of erasure, when it could not be done. */
export function ConfirmDialog({ attempt, ...props }: ConfirmDialogProps) {
  return <ActionDialog {...props} action={useAction(useErasureProblemWords(), attempt)} />;
}
