import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepLeftOutcome, whoseDeedsAre } from './left-deeds.ts';
import type { Deed } from './referral-action.ts';
import { type ActionOutcome, sendAction } from './send-action.ts';

/** Calls when the page is left or can no longer be seen: nothing may be lost with it. */
function onLeaving(call: () => void, signal: AbortSignal): void {
  window.addEventListener('pagehide', call, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') call();
    },
    { signal },
  );
}

/**
 * Does things with requests and firms, one thing at a time. What can be done without words waits, to be undone, until `sendNow`,
 * the next action, or the page is left. `onSent` hears what became of each; what failed after the page was left is told
 * on the next.
 */
export function useReferralActions(onSent: (outcome: ActionOutcome) => void) {
  const waiting = useRef<Deed | null>(null);
  const [pending, setPending] = useState<Deed | null>(null);
  const [sending, setSending] = useState<Deed | null>(null);
  const [outcome, setOutcome] = useState<ActionOutcome | null>(null);
  const [isUndone, setUndone] = useState(false);
  const isLeft = useRef(false);

  const wait = (next: Deed | null): void => {
    waiting.current = next;
    setPending(next);
    setUndone(false);
  };
  const send = async (next: Deed): Promise<ActionOutcome> => {
    setSending(next);
    setOutcome(null);
    setUndone(false);
    const whose = whoseDeedsAre();
    const became = await sendAction(next);
    if (isLeft.current) keepLeftOutcome(whose, became);
    setSending(null);
    setOutcome(became);
    onSent(became);
    return became;
  };
  const sendNow = async (): Promise<void> => {
    const now = waiting.current;
    if (now === null) return;
    wait(null);
    await send(now);
  };
  const leave = useEffectEvent(() => void sendNow());

  useEffect(() => {
    const end = new AbortController();
    onLeaving(() => leave(), end.signal);
    isLeft.current = false;
    return () => {
      end.abort();
      isLeft.current = true;
      leave();
    };
  }, []);

  return {
    pending,
    sending,
    outcome,
    /** What was about to be done last is not going to be. */
    isUndone,
    sendNow,
    undo: () => {
      wait(null);
      setUndone(true);
    },
    /** What came of it need not be shown any longer. */
    forget: () => {
      setOutcome(null);
      setUndone(false);
    },
    /** Does it in a moment. */
    begin: (deed: Deed): void => {
      void sendNow();
      setOutcome(null);
      wait(deed);
    },
    /** Does it at once. */
    act: async (deed: Deed): Promise<ActionOutcome> => {
      await sendNow();
      return send(deed);
    },
  };
}
export type ReferralActions = ReturnType<typeof useReferralActions>;
