import { useState } from 'react';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

/** One thing a button does: whether it is under way, and in words why it failed the last time. */
export function useAction() {
  const say = useCoordinationProblemWords();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(say(error));
    }
    setBusy(false);
  };
  return { isBusy, fault, forget: () => setFault(undefined), run: (work: () => Promise<void>) => void run(work) };
}
