import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { fetchLettingIn } from './api.ts';

const everyMs = 30_000;
/** How long what was loaded may stand without a word from the server: a tunnel, a network that wakes up. */
const unconfirmedMs = 5 * 60_000;
/** Asking must not keep a session alive that nobody uses any more. */
const usualRestMs = 15 * 60_000;

/** Why nothing of the firm is shown: it has changed what it shares, the server is away, or nobody is at the page. */
export type Withheld = 'changed' | 'unconfirmed' | 'resting';

/** The same as long as the firm shares the same. */
export const consentsOf = (lettingIn: LettingIn | undefined): string | undefined =>
  lettingIn?.consentIds.toSorted().join(' ');

async function askWhether(shown: LettingIn): Promise<'same' | 'changed' | 'no-reply'> {
  try {
    const now = await fetchLettingIn(shown.organisationId, shown.firmId);
    return consentsOf(now) === consentsOf(shown) ? 'same' : 'changed';
  } catch (error) {
    const isRefused = error instanceof ProblemError && error.status < 500 && error.code !== 'too-many-requests';
    return isRefused ? 'changed' : 'no-reply';
  }
}

/** Calls at intervals, and whenever the reader comes back to the page; never while nobody can see it. */
function whileVisible(call: () => void, signal: AbortSignal): void {
  const callIfVisible = () => {
    if (document.visibilityState === 'visible') call();
  };
  const timer = setInterval(callIfVisible, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  window.addEventListener('focus', callIfVisible, { signal });
  window.addEventListener('pageshow', callIfVisible, { signal });
  document.addEventListener('visibilitychange', callIfVisible, { signal });
}

function onTouch(call: () => void, signal: AbortSignal): void {
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'focus']) window.addEventListener(kind, call, { signal });
}

/**
 * Asks, as long as the page is looked at, whether the firm still shares what is shown. It asks the list of firms: each
 * reading of a firm is written down for it to see, and this is none. The firm is read anew only when something has
 * changed. Gives why nothing may be shown, and a way to ask at once. `onWithhold` hears it before it is taken away.
 */
export function useStillShared(
  shown: LettingIn,
  { restAfterMs = usualRestMs, onWithhold }: { restAfterMs?: number | undefined; onWithhold: (why: Withheld) => void },
): { withheld: Withheld | null; ask: () => void } {
  const { revalidate } = useRevalidator();
  const [withheld, setWithheld] = useState<Withheld | null>(null);
  const askNow = useRef(() => {});

  useEffect(() => {
    const end = new AbortController();
    const withhold = (why: Withheld) => {
      onWithhold(why);
      setWithheld(why);
    };
    // What is shown now was loaded after whatever was withheld before had changed.
    setWithheld((before) => (before === 'changed' ? null : before));
    let confirmedAt = Date.now();
    let touchedAt = Date.now();
    const ask = async () => {
      const answer = await askWhether(shown);
      if (end.signal.aborted) return;
      if (answer === 'same') {
        confirmedAt = Date.now();
        setWithheld(null);
      } else if (answer === 'changed') {
        end.abort();
        withhold('changed');
        await revalidate();
      } else if (Date.now() - confirmedAt >= unconfirmedMs) withhold('unconfirmed');
    };
    onTouch(() => {
      touchedAt = Date.now();
    }, end.signal);
    whileVisible(() => {
      if (Date.now() - touchedAt >= restAfterMs) withhold('resting');
      else void ask();
    }, end.signal);
    askNow.current = () => void ask();
    return () => end.abort();
  }, [shown, revalidate, restAfterMs, onWithhold]);

  return { withheld, ask: () => askNow.current() };
}
