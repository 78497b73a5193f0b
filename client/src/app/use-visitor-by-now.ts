import { useEffect, useState } from 'react';
import { type Look, lookAgain, useLoadedLook, type Visitor } from './visitor.ts';
import { watchTabs } from './visitor-tabs.ts';

/**
 * Who is signed in in this browser, also when that came about in another tab, or could not be asked without a network. It is asked for apart from what the page
 * was loaded with, so that nothing on the page is loaded anew and nothing written there is lost.
 */
export function useVisitorByNow(): Visitor {
  const loaded = useLoadedLook();
  const [seen, setSeen] = useState<Look>();
  useEffect(() => {
    const end = new AbortController();
    const look = async () => {
      const now = await lookAgain();
      if (now !== undefined && !end.signal.aborted) setSeen(now);
    };
    const lookWhenVisible = () => {
      if (document.visibilityState === 'visible') void look();
    };
    const leaveTabs = watchTabs(() => void look());
    document.addEventListener('visibilitychange', lookWhenVisible, { signal: end.signal });
    window.addEventListener('online', () => void look(), { signal: end.signal });
    return () => {
      end.abort();
      leaveTabs();
    };
  }, []);
  const newest = seen !== undefined && seen.number > (loaded?.number ?? 0) ? seen : loaded;
  return newest?.visitor ?? null;
}
