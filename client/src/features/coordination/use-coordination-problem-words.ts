import { useLingui } from '@lingui/react/macro';
import { hasFault, ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Says what went wrong where those who look after others are told something else than a firm would be. */
export function useCoordinationProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (!(error instanceof ProblemError)) return say(error);
    if (error.code === 'not-found') {
      return t`It is no longer there, or it is not yours to change. Load the page again to see how it is now.`;
    }
    if (hasFault(error, 'last-manager')) {
      return t`Nobody would be left here who can invite colleagues. Somebody else has to accept that role first, or an administrator ends yours.`;
    }
    if (error.code === 'last-of-its-kind') {
      return t`Nobody would be left who can look after the site. Make somebody else an administrator first.`;
    }
    const [fault] = error.errors;
    if (fault?.code === 'too-many-invitations') {
      return t`There are too many open invitations here already. Revoke some of them first.`;
    }
    return say(error);
  };
}
