import { useAction } from '../../lib/use-action.ts';
import {
  ActionDialog as Confirmation,
  type ActionDialogProps as ConfirmationProps,
} from '../../ui/dialog/action-dialog.tsx';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

export type ActionDialogProps = Omit<ConfirmationProps, 'action'>;

/** With the reason, in words for those who look after organisations, when it could not be done. */
export function ActionDialog(props: ActionDialogProps) {
  return <Confirmation {...props} action={useAction(useCoordinationProblemWords())} />;
}
