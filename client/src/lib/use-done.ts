import { useEffect, useRef, useState } from 'react';
import { countAttempts, useAttempts } from './newest-attempt.ts';

/**
 * The last thing that was done, in words; the words take the focus, since what had it may be gone by then. They go when
 * something else is attempted. `before`: what was done on the page that one comes from.
 */
export function useDone(before?: string) {
  const [done, setDone] = useState<{ words: string; attempts: number } | null>(() =>
    before === undefined ? null : { words: before, attempts: countAttempts() },
  );
  const attempts = useAttempts();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done !== null) notice.current?.focus();
  }, [done]);
  return {
    words: done?.attempts === attempts ? done.words : undefined,
    notice,
    say: (words: string) => setDone({ words, attempts: countAttempts() }),
    forget: () => setDone(null),
  };
}
export type Done = ReturnType<typeof useDone>;
