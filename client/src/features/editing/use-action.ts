import { useAction as useAttempt } from '../../lib/use-action.ts';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

/** One thing a button does: whether it is under way, and in words why it failed the last time. */
export function useAction() {
  const say = useEditingProblemWords();
  const action = useAttempt();
  return { ...action, fault: action.failure === null ? undefined : say(action.failure) };
}
