import { useEffect, useEffectEvent, useState } from 'react';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { fetchRelease, type LoadedRelease } from './api.ts';

const askEveryMs = 1000;

/** The release as it stands, asked for again as long as it is built, or built again. A fault is told and asked through. */
export function useFollowedRelease({ place, release: loaded }: LoadedRelease) {
  const [release, setRelease] = useState<ReleaseInProgress>(loaded);
  const [failure, setFailure] = useState<unknown>(null);
  const refresh = async (): Promise<void> => {
    try {
      setRelease(await fetchRelease(place));
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };
  const ask = useEffectEvent(refresh);
  const isFollowed = release.status === 'building' || release.verifications.some(({ status }) => status === 'running');
  useEffect(() => {
    if (!isFollowed) return;
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isFollowed]);
  return { release, failure, refresh };
}
