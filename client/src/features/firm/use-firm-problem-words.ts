import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says what went wrong with something one did for the firm. */
export function useFirmProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (error instanceof ProblemError && error.code === 'not-found') {
      return t`It is not there any longer, or you may no longer change it. Reload the page.`;
    }
    if (error instanceof ProblemError && error.code === 'last-of-its-kind') {
      return t`Somebody must be responsible for the firm. Make one of the others here responsible first, or invite somebody in that role; then you can leave it.`;
    }
    return say(error);
  };
}
