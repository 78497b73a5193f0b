import { useEffect, useEffectEvent } from 'react';

/** A pause in typing long enough to be one. */
const pauseMs = 800;

/**
 * Saves what is typed in the pauses, when the field goes away, and when the page is put aside, which is the last
 * a browser tells of before it may close it. `save` is called again without need and must see to that itself.
 */
export function useSaveInPauses(typed: unknown, save: () => void): void {
  const saveNow = useEffectEvent(save);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins a new pause.
  useEffect(() => {
    const timer = setTimeout(() => saveNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const putAside = () => saveNow();
    document.addEventListener('visibilitychange', putAside);
    window.addEventListener('pagehide', putAside);
    return () => {
      document.removeEventListener('visibilitychange', putAside);
      window.removeEventListener('pagehide', putAside);
      putAside();
    };
  }, []);
}
