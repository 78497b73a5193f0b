import { useEffect, useEffectEvent, useState } from 'react';
import type { PlanDocument } from '#shared/contracts/plans.ts';
import { fetchPlan } from './api.ts';
import { isUnderWay } from './plan-view.ts';

const askEveryMs = 1000;

/** The plan as it stands, asked for again as long as it is looked for. A fault is told and asked through. */
export function useFollowedPlan(loaded: PlanDocument) {
  const [plan, setPlan] = useState(loaded);
  const [failure, setFailure] = useState<unknown>(null);
  const place = { organisationId: plan.organisationId, planId: plan.planId };
  const refresh = async (): Promise<void> => {
    try {
      setPlan(await fetchPlan(place));
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };
  const ask = useEffectEvent(refresh);
  const isFollowed = isUnderWay(plan);
  useEffect(() => {
    if (!isFollowed) return;
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isFollowed]);
  return { plan, place, failure, refresh };
}
