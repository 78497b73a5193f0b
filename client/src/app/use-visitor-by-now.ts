import { useEffect, useState } from 'react';
import { askVisitorAgain, useVisitor, type Visitor } from './visitor.ts';
import { watchTabs } from './visitor-tabs.ts';

/**
 * Who is signed in in this browser, also when that came about in another tab. It is asked for apart from what the page
 * was loaded with, so that nothing on the page is loaded anew and nothing written there is lost.
 */
export function useVisitorByNow(): Visitor {
  const loaded = useVisitor();
  const [seen, setSeen] = useState<{ visitor: Visitor; since: Visitor }>();
  useEffect(() => {
    const end = new AbortController();
    const look = async () => {
      const visitor = await askVisitorAgain();
      if (visitor !== undefined && !end.signal.aborted) setSeen({ visitor, since: loaded });
    };
    const lookWhenVisible = () => {
      if (document.visibilityState === 'visible') void look();
    };
    const leaveTabs = watchTabs(() => void look());
    document.addEventListener('visibilitychange', lookWhenVisible, { signal: end.signal });
    return () => {
      end.abort();
      leaveTabs();
      setSeen(undefined);
    };
  }, [loaded]);
  return seen?.since === loaded ? seen.visitor : loaded;
}
