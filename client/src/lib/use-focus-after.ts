import { useCallback, useEffect, useState } from 'react';

type Find = () => HTMLElement | null | undefined;

/**
 * Moves the focus once a change is on the page: where what held it goes away, the browser would let it fall to the
 * body, and a reader without a mouse would begin again at the top.
 */
export function useFocusAfter(): (find: Find) => void {
  const [wanted, setWanted] = useState<{ find: Find }>();
  useEffect(() => {
    wanted?.find()?.focus();
  }, [wanted]);
  return useCallback((find) => setWanted({ find }), []);
}
