import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { WhatIfDocument } from '#shared/contracts/what-if.ts';
import { isNoReply } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { fetchWhatIf, sendWhatIf, sendWhatIfStop } from './api.ts';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';

const askEveryMs = 1000;

const isUnderWay = ({ run }: WhatIfDocument): boolean => run?.status === 'waiting' || run?.status === 'running';

/**
 * What the draft would change, as far as it has been asked, and how far the counting is. A fault is told; without a reply
 * it is asked on.
 */
export function useWhatIf(ruleDraftId: string, loaded: WhatIfDocument) {
  const say = useCatalogueProblemWords();
  const [known, setKnown] = useState(loaded);
  const [failure, setFailure] = useState<unknown>(null);
  const action = useAction(say);
  /** The newest question; what is answered after a newer one was asked may be how things stood before. */
  const asked = useRef<symbol | null>(null);
  const take = async (read: () => Promise<WhatIfDocument>): Promise<void> => {
    const own = Symbol('question');
    asked.current = own;
    try {
      const said = await read();
      if (asked.current !== own) return;
      setKnown(said);
      setFailure(null);
    } finally {
      if (asked.current === own) asked.current = null;
    }
  };
  const follow = useEffectEvent(async () => {
    if (asked.current !== null) return;
    await take(() => fetchWhatIf(ruleDraftId)).catch(setFailure);
  });
  // What the server refuses, as of a draft that a colleague has ended, it would refuse every second.
  const isRefused = failure !== null && !isNoReply(failure);
  const isFollowed = isUnderWay(known) && !isRefused;
  useEffect(() => {
    if (!isFollowed) return;
    const timer = setInterval(() => void follow(), askEveryMs);
    return () => clearInterval(timer);
  }, [isFollowed]);
  return {
    ...known,
    run: isRefused ? null : known.run,
    isUnderWay: isFollowed,
    isBusy: action.isBusy,
    fault: action.fault ?? (failure === null ? undefined : say(failure)),
    start: (seen: { revision: number; versionNumber: number }) =>
      action.run(() => take(() => sendWhatIf(ruleDraftId, seen))),
    stop: (whatIfRunId: string) => action.run(() => take(() => sendWhatIfStop(ruleDraftId, whatIfRunId))),
  };
}
export type WhatIfState = ReturnType<typeof useWhatIf>;
