import { useEffect, useEffectEvent } from 'react';

/** Reads the page's data anew when the reader comes back to it: what has been withdrawn meanwhile is gone then. */
export function useFreshOnReturn(refresh: () => void): void {
  const comeBack = useEffectEvent(() => {
    if (document.visibilityState === 'visible') refresh();
  });
  useEffect(() => {
    const end = new AbortController();
    const listener = () => comeBack();
    window.addEventListener('focus', listener, { signal: end.signal });
    window.addEventListener('pageshow', listener, { signal: end.signal });
    return () => end.abort();
  }, []);
}
