import { useEffect, useState } from 'react';
import type { TrendPoint } from '#shared/contracts/release-trend.ts';
import { fetchTrend } from './api.ts';

type Trend = { points: readonly TrendPoint[] | null; failure: unknown };
const nothing: Trend = { points: null, failure: null };

/** A figure over releases; null until it is there, a fault where it does not come. */
export function useTrend(number: number, measure: string, group: string): Trend {
  const key = `${number} ${measure} ${group}`;
  const [found, setFound] = useState<Trend & { key: string }>({ ...nothing, key });
  useEffect(() => {
    let isWanted = true;
    fetchTrend(number, measure, group).then(
      (points) => isWanted && setFound({ points, failure: null, key }),
      (failure: unknown) => isWanted && setFound({ points: null, failure, key }),
    );
    return () => {
      isWanted = false;
    };
  }, [number, measure, group, key]);
  return found.key === key ? found : nothing;
}
