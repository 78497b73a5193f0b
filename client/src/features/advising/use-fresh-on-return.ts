import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/** Loads the page's data anew when the reader comes back to it: what has been withdrawn meanwhile is gone then. */
export function useFreshOnReturn(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const end = new AbortController();
    const refresh = () => {
      if (document.visibilityState === 'visible') void revalidate();
    };
    window.addEventListener('focus', refresh, { signal: end.signal });
    window.addEventListener('pageshow', refresh, { signal: end.signal });
    return () => end.abort();
  }, [revalidate]);
}
