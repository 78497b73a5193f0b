import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * Takes the reader, and the focus, to what the address names, also when the same link is followed again. Whoever goes
 * back finds the page where it was left.
 */
export function useFocusOnHash(): void {
  const { hash, key } = useLocation();
  const isBack = useNavigationType() === 'POP' && key !== 'default';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that a link was followed.
  useEffect(() => {
    if (hash === '' || isBack) return;
    // After the page's own heading has taken the focus.
    const frame = requestAnimationFrame(() => {
      const target = document.getElementById(hash.slice(1));
      target?.scrollIntoView();
      target?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [hash, key, isBack]);
}
