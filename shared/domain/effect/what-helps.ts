import { type Population, populations } from '../benchmark/release.ts';
import { haveSamePeriods } from './any-release.ts';
import type { Counted } from './may-be-near.ts';

/** What makes it likelier that a release can be published beside earlier ones. */
export type Help =
  | { readonly kind: 'fewer-divisions' | 'other-measures' | 'other-firms' | 'other-period' }
  /** The choice of firms that the earlier ones have. */
  | { readonly kind: 'same-firms'; readonly population: Population };

type Wanted = Counted & {
  /** Besides all firms together. */
  readonly divisions: number;
};

/**
 * What helps a wanted release beside `others`, the likeliest first. Where only the choice of firms is another, the same firms
 * are what helps: the same answers once more differ by none. Effects have neither divisions nor measures to choose.
 */
export function whatHelps(wanted: Wanted, others: readonly Counted[]): Help[] {
  const population = populations.find(
    (each) => each !== wanted.population && others.some((other) => other.population === each),
  );
  const isOfFirms =
    population !== undefined &&
    others.every((other) => haveSamePeriods(wanted, other) && other.population !== wanted.population);
  const firms: Help = population === undefined ? { kind: 'other-firms' } : { kind: 'same-firms', population };
  const divisions: Help[] = wanted.kind === 'levels' && wanted.divisions > 1 ? [{ kind: 'fewer-divisions' }] : [];
  const measures: Help[] = wanted.kind === 'levels' ? [{ kind: 'other-measures' }] : [];
  if (isOfFirms) return [firms, ...divisions, ...measures];
  return [...divisions, ...measures, { kind: 'other-period' }, firms];
}
