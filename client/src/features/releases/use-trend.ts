import { useEffect, useState } from 'react';
import type { TrendPoint } from '#shared/contracts/release-trend.ts';
import { useTryAgain } from '../../lib/use-try-again.ts';
import { fetchTrend } from './api.ts';

type Trend = { points: readonly TrendPoint[] | null; failure: unknown };
const nothing: Trend = { points: null, failure: null };

/** A figure over releases; null until it is there, a fault where it does not come, and a way to ask once more. */
export function useTrend(number: number, measure: string, group: string): Trend & { again: () => void } {
  const key = `${number} ${measure} ${group}`;
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Trend & { key: string }>({ ...nothing, key });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same.
  useEffect(() => {
    let isWanted = true;
    fetchTrend(number, measure, group).then(
      (points) => isWanted && setFound({ points, failure: null, key }),
      (failure: unknown) => isWanted && setFound({ points: null, failure, key }),
    );
    return () => {
      isWanted = false;
    };
  }, [number, measure, group, key, attempt]);
  const again = () => setAttempt((before) => before + 1);
  const current = found.key === key ? found : nothing;
  useTryAgain(current.failure, current.points !== null, again);
  return { ...current, again };
}
