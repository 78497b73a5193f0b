import { useEffect } from 'react';
import { ProblemError } from '../../lib/http/errors.ts';
import { checkLink } from './api.ts';

/** So often a page that is open asks whether it may be read. */
const everyMs = 30_000;

/**
 * Asks, as long as something is shown, whether its link still stands: now and then, also out of sight, and whenever the
 * reader or the network is back. `onRefused` when it does not. Where the site cannot be asked, the end of the link decides
 * by the clock of the device.
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
    const end = new AbortController();
    const timer = window.setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', ask, { signal: end.signal });
    for (const occasion of ['focus', 'online']) window.addEventListener(occasion, ask, { signal: end.signal });
    return () => {
      window.clearInterval(timer);
      end.abort();
    };
  }, [key, expiresAt, onRefused]);
}
