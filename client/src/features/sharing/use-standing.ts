import { useEffect } from 'react';
import { ProblemError } from '../../lib/http/errors.ts';
import { checkLink } from './api.ts';

/** So often a page that is open asks whether it may be read. */
const everyMs = 30_000;

/**
 * Asks, as long as something is shown, whether its link still stands: now and then, and whenever the reader comes back to the
 * page. `onRefused` when it does not. Where the site cannot be asked, the end of the link decides by the clock of the device.
 */
export function useStanding(
  key: string | undefined,
  { expiresAt, onRefused }: { expiresAt: string | undefined; onRefused: () => void },
): void {
  useEffect(() => {
    if (key === undefined || expiresAt === undefined) return;
    const ask = () => {
      checkLink(key).catch((error: unknown) => {
        const isGone = error instanceof ProblemError && error.code === 'not-found';
        if (isGone || Date.parse(expiresAt) <= Date.now()) onRefused();
      });
    };
    const askWhenSeen = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = window.setInterval(askWhenSeen, everyMs);
    document.addEventListener('visibilitychange', askWhenSeen);
    window.addEventListener('focus', askWhenSeen);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
      window.removeEventListener('focus', askWhenSeen);
    };
  }, [key, expiresAt, onRefused]);
}
