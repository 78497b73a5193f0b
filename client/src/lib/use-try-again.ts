import { useEffect, useEffectEvent, useState } from 'react';
import { growingPause } from './growing-pause.ts';
import { isNoReply } from './http/errors.ts';

/**
 * Tries again what the server has not replied to, until it `isDone`: after growing pauses, and at once when the network
 * or the reader is back. What the server refused is not tried again: it would say no once more.
 */
export function useTryAgain(failure: unknown, isDone: boolean, again: () => void): void {
  const [pause] = useState(growingPause);
  const tryNow = useEffectEvent(again);
  useEffect(() => {
    if (isDone) pause.reset();
  }, [isDone, pause]);
  useEffect(() => {
    if (failure === null || !isNoReply(failure)) return;
    const end = new AbortController();
    const timer = setTimeout(() => tryNow(), pause.next());
    const backAgain = () => {
      if (document.visibilityState === 'visible') tryNow();
    };
    window.addEventListener('online', () => tryNow(), { signal: end.signal });
    window.addEventListener('focus', backAgain, { signal: end.signal });
    document.addEventListener('visibilitychange', backAgain, { signal: end.signal });
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [failure, pause]);
}
