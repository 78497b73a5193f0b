import { useRef, useState } from 'react';
import { type InvitedFirm, mostInvitedAtOnce } from '#shared/contracts/plans.ts';
import type { Assignment } from '#shared/domain/cohort/problem.ts';
import { inviteSome, type PlanPlace } from './api.ts';

export type InvitedAll = {
  results: readonly InvitedFirm[];
  /** Those who were not tried, since somebody stopped or no reply came. */
  untried: number;
  failure: unknown;
};

/** Invites some at a time, tells how far it is, and stops between two calls; what was done is told also when it breaks off. */
export function useInviting(place: PlanPlace) {
  const [tried, setTried] = useState(0);
  const isStopped = useRef(false);
  const invite = async (places: readonly Assignment[]): Promise<InvitedAll> => {
    isStopped.current = false;
    setTried(0);
    const results: InvitedFirm[] = [];
    const end = (failure: unknown): InvitedAll => ({ results, failure, untried: places.length - results.length });
    for (let first = 0; first < places.length && !isStopped.current; first += mostInvitedAtOnce) {
      try {
        results.push(...(await inviteSome(place, places.slice(first, first + mostInvitedAtOnce))));
      } catch (error) {
        return end(error);
      }
      setTried(results.length);
    }
    return end(null);
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { tried, invite, stop };
}
