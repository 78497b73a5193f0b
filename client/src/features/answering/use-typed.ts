import { useState } from 'react';

type Typed = { typed: string; setTyped: (typed: string) => void; isChanged: boolean };

/**
 * The text of a field whose saved value may change from outside: another tab, another device, a settled conflict.
 * Untouched text follows the saved one; text that the person has changed stays.
 */
export function useTyped(saved: string): Typed {
  const [typed, setTyped] = useState(saved);
  const [followed, setFollowed] = useState(saved);
  if (followed !== saved) {
    setFollowed(saved);
    if (typed === followed) setTyped(saved);
  }
  return { typed, setTyped, isChanged: typed !== saved };
}
