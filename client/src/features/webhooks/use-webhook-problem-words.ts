import { useLingui } from '@lingui/react/macro';
import { webhookLimits } from '#shared/contracts/webhooks.ts';
import { hasFault, ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** Why something with a webhook could not be done. */
export function useWebhookProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (hasFault(error, 'too-many-webhooks')) {
      return t`There are ${webhookLimits.most} already, and no more than that. Remove one first.`;
    }
    if (error instanceof ProblemError && error.code === 'too-many-requests') {
      return t`So much is not sent by hand within an hour. Wait a little.`;
    }
    if (error instanceof ProblemError && error.code === 'not-found') {
      return t`It is no longer there, or it is not yours to change. Load the page again to see how it is now.`;
    }
    return say(error);
  };
}
