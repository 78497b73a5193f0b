import { useEffect, useRef, useState } from 'react';

/** The last thing that was done, in words; the words take the focus, since what had it may be gone by then. */
export function useDone() {
  const [done, setDone] = useState<{ words: string } | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done !== null) notice.current?.focus();
  }, [done]);
  return { words: done?.words, notice, say: (words: string) => setDone({ words }), forget: () => setDone(null) };
}
export type Done = ReturnType<typeof useDone>;
