import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says what went wrong where the general words would lead astray. */
export function useErasureProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (!(error instanceof ProblemError)) return say(error);
    if (error.code === 'not-found') return t`It is no longer there, or no longer yours to change. Load the page again.`;
    if (error.code === 'last-of-its-kind') {
      return t`Others depend on this person: the only one responsible for a firm, or the last administrator. Somebody has to take over first.`;
    }
    return say(error);
  };
}
