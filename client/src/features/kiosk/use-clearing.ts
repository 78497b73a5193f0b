import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Action, useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { StillOpenError } from './clear-device.ts';

export type Clearing = {
  action: Action;
  /** How many answers the last attempt could not send. */
  unsent: number;
  /** Whether the device is cleared, and the page about to be left. */
  isDone: boolean;
  /** Sends what waits, and clears if nothing is left of that. */
  run: () => void;
  /** Clears whatever waits. */
  runAllTheSame: () => Promise<void>;
};

/** What is not sent is never cleared unasked. */
export function useClearing(sendWaiting: () => Promise<number>, clear: () => Promise<void>): Clearing {
  const { t } = useLingui();
  const say = useProblemWords();
  const action = useAction((failure) =>
    failure instanceof StillOpenError
      ? t`What was answered here can still be opened in this browser. Close its other tabs and try again. If it goes on, clear what the browser has saved for this site yourselves.`
      : say(failure),
  );
  const [unsent, setUnsent] = useState(0);
  const [isDone, setDone] = useState(false);
  const runAllTheSame = async () => {
    await clear();
    setDone(true);
  };
  const run = () =>
    action.run(async () => {
      const left = await sendWaiting();
      setUnsent(left);
      if (left === 0) await runAllTheSame();
    });
  return { action, unsent, isDone, run, runAllTheSame };
}
