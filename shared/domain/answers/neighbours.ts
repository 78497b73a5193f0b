import type { PathSection, PathStep } from '../instrument/path.ts';

export type Place = {
  readonly step: PathStep;
  readonly previous: PathStep | null;
  readonly next: PathStep | null;
  /** Number of the step's first scored item among all on the path, from 1; null when the step has none. */
  readonly position: number | null;
};

/** Where a step stands on the path; null when it is not on it. */
export function placeOf(sections: readonly PathSection[], stepCode: string): Place | null {
  const steps = sections.flatMap((section) => section.steps);
  const index = steps.findIndex(({ code }) => code === stepCode);
  const step = steps[index];
  if (step === undefined) return null;
  const scoredOf = ({ items }: PathStep) => items.filter(({ purpose }) => purpose === 'score').length;
  const before = steps.slice(0, index).reduce((sum, earlier) => sum + scoredOf(earlier), 0);
  return {
    step,
    previous: steps[index - 1] ?? null,
    next: steps[index + 1] ?? null,
    position: scoredOf(step) > 0 ? before + 1 : null,
  };
}
