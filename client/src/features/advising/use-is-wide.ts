import { useSyncExternalStore } from 'react';

const wide = '(width >= 64rem)';

function watch(onChange: () => void): () => void {
  const query = window.matchMedia?.(wide);
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

/** Whether a table of many columns has room. A program without a screen has. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia?.(wide).matches ?? true);
}
