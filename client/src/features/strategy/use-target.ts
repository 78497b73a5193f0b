import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Attributes of what can be linked to: marked, and ready to take the focus, when the address names it. The page comes
 * later than `:target` looks.
 */
export function useTarget() {
  const { hash } = useLocation();
  return (id: string) => (hash === `#${id}` ? { id, tabIndex: -1, 'data-target': true } : { id });
}

/** Moves the focus to what the address names, also when the same link is followed again. */
export function useFocusOnTarget(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that a link was followed.
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.focus({ preventScroll: true });
  }, [hash, key]);
}
