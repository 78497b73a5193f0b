import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReferralAction, Target } from './referral-action.ts';
import { type ActionOutcome, sendAction } from './send-action.ts';

/** An action that is done in a moment, unless it is undone. */
export type PendingAction = { readonly action: ReferralAction; readonly targets: readonly Target[] };

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
 * Does things with requests, one thing at a time. What can be done without words waits, to be undone, until `sendNow`,
 * the next action, or the page is left. `onSent` hears what became of each.
 */
export function useReferralActions(onSent: (outcome: ActionOutcome) => void) {
  const waiting = useRef<PendingAction | null>(null);
  const [pending, setPending] = useState<PendingAction | null>(null);
  const [sending, setSending] = useState<PendingAction | null>(null);
  const [outcome, setOutcome] = useState<ActionOutcome | null>(null);
  const [isUndone, setUndone] = useState(false);

  const wait = (next: PendingAction | null): void => {
    waiting.current = next;
    setPending(next);
    setUndone(false);
  };
  const send = async (next: PendingAction): Promise<ActionOutcome> => {
    setSending(next);
    setOutcome(null);
    setUndone(false);
    const became = await sendAction(next.action, next.targets);
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
    return () => {
      end.abort();
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
    begin: (action: ReferralAction, targets: readonly Target[]): void => {
      void sendNow();
      setOutcome(null);
      wait({ action, targets });
    },
    /** Does it at once. */
    act: async (action: ReferralAction, targets: readonly Target[]): Promise<ActionOutcome> => {
      await sendNow();
      return send({ action, targets });
    },
  };
}
export type ReferralActions = ReturnType<typeof useReferralActions>;
