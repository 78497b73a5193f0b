import { useAction as useAttempt } from '../../lib/use-action.ts';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

/** One thing a button does: whether it is under way, and in words why it failed the last time. */
export function useAction() {
  const say = useCoordinationProblemWords();
  const action = useAttempt();
  return { ...action, fault: action.failure === null ? undefined : say(action.failure) };
}
