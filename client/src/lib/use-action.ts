import { useState } from 'react';
import { beginAttempt, countAttempts, useAttempts } from './newest-attempt.ts';

/** Does the work; perhaps once more, after asking for something first. */
export type Attempt = (work: () => Promise<void>) => Promise<void>;

const once: Attempt = (work) => work();

/**
 * One thing a button does: whether it is under way, and what failed the last time; null as long as nothing has. `say`
 * tells that in the words of those who use the button, until something else is attempted.
 */
export function useAction(say: (failure: unknown) => string, attempt: Attempt = once) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [failedAt, setFailedAt] = useState(0);
  const attempts = useAttempts();
  const run = async (work: () => Promise<void>): Promise<void> => {
    beginAttempt();
    setBusy(true);
    setFailure(null);
    try {
      await attempt(work);
    } catch (error) {
      setFailure(error);
      setFailedAt(countAttempts());
    }
    setBusy(false);
  };
  return {
    isBusy,
    failure,
    fault: failure === null || failedAt !== attempts ? undefined : say(failure),
    forget: () => setFailure(null),
    run: (work: () => Promise<void>) => void run(work),
  };
}
export type Action = ReturnType<typeof useAction>;
