import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says what went wrong where whoever edits packages is told something else than a firm would be. */
export function useCatalogueProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (!(error instanceof ProblemError)) return say(error);
    if (error.code === 'not-found') {
      return t`It is no longer there. Somebody may have thrown it away or published it, or it is another provider's.`;
    }
    if (error.code === 'draft-outdated') {
      return t`The draft has changed meanwhile. Load the page again to see it as it stands.`;
    }
    if (error.code === 'draft-not-publishable') {
      return t`It cannot be published yet. What is left to do stands on the page.`;
    }
    return say(error);
  };
}
