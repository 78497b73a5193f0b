import { useEffect, useEffectEvent, useState } from 'react';
import type { DemoReleasesToCome } from '#shared/contracts/demo.ts';
import { fetchReleasesToCome } from './api.ts';

const askEveryMs = 2000;

/**
 * How many of the demo's releases are still to come, asked again until none is; null where nobody has said. `onCame`: another
 * one is published, or none will be any more.
 */
export function useReleasesToCome(isDemo: boolean, onCame: () => void): DemoReleasesToCome | null {
  const [toCome, setToCome] = useState<DemoReleasesToCome | null>(null);
  const isAwaited = isDemo && toCome?.left !== 0;
  const ask = useEffectEvent(async (): Promise<void> => {
    try {
      const told = await fetchReleasesToCome();
      if (toCome !== null && told.left < toCome.left) onCame();
      setToCome(told);
    } catch {
      // Asked again; the page says of itself when the server is away.
    }
  });
  useEffect(() => {
    if (!isAwaited) return;
    void ask();
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isAwaited]);
  return toCome;
}
