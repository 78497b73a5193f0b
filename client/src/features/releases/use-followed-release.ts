import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReleaseInProgress, ReleaseProgress } from '#shared/contracts/releases.ts';
import { fetchProgress, fetchRelease, type LoadedRelease } from './api.ts';

const askEveryMs = 1000;

const isBuilding = ({ status }: ReleaseInProgress): boolean => status === 'building';
const runningOf = ({ verifications }: ReleaseInProgress) => verifications.find(({ status }) => status === 'running');

/** The release with how far it has come by now; undefined when something has ended, so that it has to be read anew. */
function withProgress(
  release: ReleaseInProgress,
  { building, verification }: ReleaseProgress,
): ReleaseInProgress | undefined {
  const running = runningOf(release);
  if (isBuilding(release) !== (building !== null) || running?.verificationId !== verification?.verificationId)
    return undefined;
  return {
    ...release,
    ...building,
    verifications: release.verifications.map((each) => (each === running ? { ...each, ...verification } : each)),
  };
}

/**
 * The release as it stands. As long as it is built, or built again, only how far it is gets asked for: what it says may be
 * long. A fault is told and asked through. One question at a time: whatever is answered after a newer one was asked is let
 * be, since it may be how things stood before.
 */
export function useFollowedRelease({ place, release: loaded }: LoadedRelease) {
  const [release, setRelease] = useState<ReleaseInProgress>(loaded);
  const [failure, setFailure] = useState<unknown>(null);
  /** The newest question, until it is answered. */
  const asked = useRef<symbol | null>(null);
  const tryTo = async (read: () => Promise<ReleaseInProgress>): Promise<void> => {
    const own = Symbol('question');
    asked.current = own;
    const isNewest = () => asked.current === own;
    try {
      const said = await read();
      if (!isNewest()) return;
      setRelease(said);
      setFailure(null);
    } catch (error) {
      if (isNewest()) setFailure(error);
    } finally {
      if (isNewest()) asked.current = null;
    }
  };
  const refresh = () => tryTo(() => fetchRelease(place));
  const ask = useEffectEvent(async () => {
    if (asked.current !== null) return;
    await tryTo(async () => withProgress(release, await fetchProgress(place)) ?? (await fetchRelease(place)));
  });
  const isFollowed = isBuilding(release) || runningOf(release) !== undefined;
  useEffect(() => {
    if (!isFollowed) return;
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isFollowed]);
  return { release, failure, refresh };
}
