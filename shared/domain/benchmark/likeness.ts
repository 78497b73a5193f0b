import { isSameJson } from '../canonical-json.ts';
import { municipalityCode } from './choices.ts';
import { groupKey } from './frame.ts';
import { isOfQuestionnaire } from './measured-by.ts';
import type { ReleaseSpec } from './release.ts';

/** `unknown`: begun before it was written down what measures are measured by. */
export const likenesses = ['alike', 'different', 'unknown'] as const;
export type Likeness = (typeof likenesses)[number];

export type Measuring = Pick<ReleaseSpec, 'names' | 'rules' | 'units' | 'measuredBy' | 'municipalities'>;
type Figure = { readonly measure: string; readonly group: string };

/** What of a release decides what its figure means, but for what it is measured by. */
function meaningOf({ names, rules, units, municipalities }: Measuring, { measure, group }: Figure) {
  const values = group === groupKey({}) ? [] : group.split('&').map((pair) => pair.split('=', 2));
  return {
    measure: names.measures[measure] ?? null,
    units: units?.[measure] ?? null,
    rules,
    group: values.map(([code = '', value = '']) => names.attributes[code]?.values[value] ?? null),
    municipalities: values.some(([code]) => code === municipalityCode) ? (municipalities ?? null) : null,
  };
}

/** Whether a figure of two releases was measured, divided and protected alike. */
export function likenessOf(one: Measuring, other: Measuring, figure: Figure): Likeness {
  if (!isSameJson(meaningOf(one, figure), meaningOf(other, figure))) return 'different';
  if (!isOfQuestionnaire(figure.measure)) return 'alike';
  const [by, otherBy] = [one, other].map(({ measuredBy }) => measuredBy?.[figure.measure]);
  if (by === undefined || otherBy === undefined) return 'unknown';
  return by === otherBy ? 'alike' : 'different';
}
