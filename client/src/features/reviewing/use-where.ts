import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useReview } from './review-context.tsx';
import { filterSteps, listSteps, type StepFilter, stepFilters } from './review-steps.ts';
import type { Draft } from './use-draft.ts';

type Place = { readonly at: string; readonly show: StepFilter };

/**
 * Which step is looked at and which are shown. The address says it for whoever comes back; what is on the screen does
 * not wait for it, since the next key may come before it has changed.
 */
export function useWhere(draft: Draft) {
  const { basis } = useReview();
  const [parameters, setParameters] = useSearchParams();
  const [place, setPlace] = useState<Place>(() => ({
    at: parameters.get('at') ?? '',
    show: stepFilters.find((each) => each === parameters.get('show')) ?? 'all',
  }));
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const { entries } = draft;
  const steps = listSteps(basis, entries, whole);
  // A question of a dimension that is judged as a whole is found in the whole, and the other way round.
  const step =
    steps.find(({ code }) => code === place.at) ??
    steps.find(({ dimension }) => dimension === place.at.split('.')[0]) ??
    steps[0];
  const shown = filterSteps(steps, { basis, entries, filter: place.show, at: step?.code ?? '' });
  const go = (change: Partial<Place>) => {
    const next = { ...place, ...change };
    setPlace(next);
    setParameters(
      { ...(next.at === '' ? {} : { at: next.at }), show: next.show },
      { replace: true, preventScrollReset: true },
    );
  };
  return { steps, shown, step, filter: place.show, go, setWhole };
}
export type Where = ReturnType<typeof useWhere>;
