import { useState } from 'react';
import type { Attempt } from './api.ts';

/** One thing a button does: whether it is under way, and why it failed the last time. */
export function useAction(attempt: Attempt = (work) => work()) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await attempt(work);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return { isBusy, failure, forget: () => setFailure(null), run: (work: () => Promise<void>) => void run(work) };
}
