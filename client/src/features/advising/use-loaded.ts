import { useEffect, useEffectEvent, useState } from 'react';

/** Loads what belongs to the key as soon as there is one, and keeps it until there is another. */
export function useLoaded<T>(key: string | null, load: () => Promise<T>) {
  const [loaded, setLoaded] = useState<{ key: string; value: T }>();
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const begin = useEffectEvent(load);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to try again is to load again.
  useEffect(() => {
    if (key === null) return;
    let isWanted = true;
    setFailure(null);
    begin().then(
      (value) => isWanted && setLoaded({ key, value }),
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, [key, attempt]);
  return {
    value: loaded !== undefined && loaded.key === key ? loaded.value : undefined,
    failure,
    retry: () => setAttempt((before) => before + 1),
  };
}
