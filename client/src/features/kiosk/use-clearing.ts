import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Action, useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { StillOpenError } from './clear-device.ts';

/** Answers that are only in this browser. */
export type Waiting = {
  unsent: number;
  /** How many of them belong to what opens here no more: they cannot be sent from here. */
  shut: number;
};

export type Clearing = {
  action: Action;
  /** What the last attempt could not send. */
  waiting: Waiting;
  /** Whether the device is cleared, and the page about to be left. */
  isDone: boolean;
  /** Sends what waits, and clears if nothing is left of that. */
  run: () => void;
  /** Clears whatever waits. */
  runAllTheSame: () => Promise<void>;
};

/** What is not sent is never cleared unasked: `clear` is told whether it loses any. */
export function useClearing(
  sendWaiting: () => Promise<Waiting>,
  clear: (isLosing: boolean) => Promise<void>,
): Clearing {
  const { t } = useLingui();
  const say = useProblemWords();
  const action = useAction((failure) =>
    failure instanceof StillOpenError
      ? t`What was answered here can still be opened in this browser. Close its other tabs and try again. If it goes on, clear what the browser has saved for this site yourselves.`
      : say(failure),
  );
  const [waiting, setWaiting] = useState<Waiting>({ unsent: 0, shut: 0 });
  const [isDone, setDone] = useState(false);
  const clearAll = async (isLosing: boolean) => {
    await clear(isLosing);
    setDone(true);
  };
  const run = () =>
    action.run(async () => {
      const left = await sendWaiting();
      setWaiting(left);
      if (left.unsent === 0) await clearAll(false);
    });
  return { action, waiting, isDone, run, runAllTheSame: () => clearAll(true) };
}
