import { useEffect, useRef, useState } from 'react';
import { countAttempts, useAttempts } from './newest-attempt.ts';

type Said = { words: string; hasCome: boolean; attempts: number };

/**
 * The last thing that was done, or what it came to instead, in words; the words take the focus, since what had it may be
 * gone by then. They go when something else is attempted. `before`: what was done on the page that one comes from.
 */
export function useDone(before?: string) {
  const [done, setDone] = useState<Said | null>(() =>
    before === undefined ? null : { words: before, hasCome: true, attempts: countAttempts() },
  );
  const attempts = useAttempts();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done !== null) notice.current?.focus();
  }, [done]);
  return {
    words: done?.attempts === attempts ? done.words : undefined,
    notice,
    hasCome: done?.hasCome ?? true,
    say: (words: string) => setDone({ words, hasCome: true, attempts: countAttempts() }),
    /** There was nothing left to do. */
    sayInstead: (words: string) => setDone({ words, hasCome: false, attempts: countAttempts() }),
    forget: () => setDone(null),
  };
}
export type Done = ReturnType<typeof useDone>;
