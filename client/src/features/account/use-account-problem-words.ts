import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { PasskeyError, type PasskeyFault } from '../../lib/passkey.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says what went wrong with one's own account, and what to do about it. */
export function useAccountProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  const wordsOf: Record<PasskeyFault, string> = {
    'broken-off': t`No passkey was used. Try once more, or choose another way.`,
    'known-already': t`That passkey is already among yours.`,
    'not-possible': t`This device cannot use a passkey here. Choose another way.`,
  };
  return (error) => {
    if (error instanceof PasskeyError) return wordsOf[error.fault];
    if (!(error instanceof ProblemError)) return say(error);
    if (error.code === 'code-not-accepted') {
      return t`The code is not right. Use the one the app shows now, and check that the clock of the phone is right. Each code works once.`;
    }
    if (error.code === 'last-of-its-kind') {
      return t`Your role needs a second step, and this is the last one you have. Add another first.`;
    }
    return error.code === 'not-found' ? t`It is no longer there. Load the page again.` : say(error);
  };
}
