import { useSyncExternalStore } from 'react';

/* What came of an attempt is told until the next one begins, wherever on the page that is: of two notices beside each
   other nobody knows which is of now. What ends while another is under way is told all the same. */

let begun = 0;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function beginAttempt(): void {
  begun += 1;
  for (const listener of listeners) listener();
}

/** How many attempts had begun. Whatever is told is of now as long as it stays the same. */
export const countAttempts = (): number => begun;

export const useAttempts = (): number => useSyncExternalStore(subscribe, countAttempts);
