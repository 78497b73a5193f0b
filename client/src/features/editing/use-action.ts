import { useState } from 'react';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

/** One thing a button does: whether it is under way, and in words why it failed the last time. */
export function useAction() {
  const say = useEditingProblemWords();
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
  return { isBusy, fault, run: (work: () => Promise<void>) => void run(work) };
}
