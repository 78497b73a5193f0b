import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { PasskeyError, type PasskeyFault } from '../../lib/passkey.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says why somebody was not let in, and what to do instead. */
export function useSignInProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  const wordsOf: Record<PasskeyFault, string> = {
    'broken-off': t`No passkey was used. Try once more, or choose another way.`,
    'known-already': t`That passkey is already among yours.`,
    'not-possible': t`This device cannot use a passkey here. Choose another way.`,
  };
  return (error) => {
    if (error instanceof PasskeyError) return wordsOf[error.fault];
    if (error instanceof ProblemError && error.code === 'code-not-accepted') {
      return t`The code is wrong, used or too old. It also works only in the browser where it was asked for. Check it, or ask for a new one here.`;
    }
    return say(error);
  };
}
