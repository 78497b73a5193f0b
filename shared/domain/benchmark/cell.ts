import * as z from 'zod/mini';
import { roundTo } from '../achievement/rounding.ts';
import type { Group } from './frame.ts';
import { classCountsOf, countsOf, type Material, overClasses, overStrata, sumsOf, tallyOf } from './material.ts';
import { coarsen, hasDistribution } from './primary.ts';
import type { Pattern } from './protect.ts';
import { mayShowQuantile, quantileOf } from './quantile.ts';
import type { DisclosureRules } from './rules.ts';

const shownSchema = z.nullable(z.number());

/**
 * What a release says of one group for one measure. Null is hidden or empty, which look alike. `firms` to the nearest
 * step; `mean` and quartiles in tenths of a level, or in per cent; `classes` and `coarse` in per cent, one of them at
 * most, to the nearest step and 100 in all.
 */
export const releaseCellSchema = z.strictObject({
  measure: z.string(),
  group: z.string(),
  firms: shownSchema,
  mean: shownSchema,
  lowQuartile: shownSchema,
  median: shownSchema,
  highQuartile: shownSchema,
  classes: z.nullable(z.array(z.number())),
  coarse: z.nullable(z.array(z.number())),
});
export type ReleaseCell = z.infer<typeof releaseCellSchema>;

const shareStep = 5;

/**
 * Parts as per cent in steps that are 100 in all, by the largest remainder; whoever comes first wins a tie. A part that
 * is not empty gets one step at least, taken from the largest.
 */
export function sharesOf(counts: readonly number[]): number[] {
  const firms = counts.reduce((sum, count) => sum + count, 0);
  const steps = 100 / shareStep;
  const exact = counts.map((count) => (firms === 0 ? 0 : (count / firms) * steps));
  const given = exact.map((part, at) => (counts[at] === 0 ? 0 : Math.max(1, Math.floor(part))));
  const left = () => (firms === 0 ? 0 : steps - given.reduce((sum, part) => sum + part, 0));
  const owed = (at: number): number => (exact[at] ?? 0) - (given[at] ?? 0);
  const places = counts.flatMap((count, at) => (count > 0 ? [at] : []));
  while (left() > 0) {
    const most = places.reduce((one, other) => (owed(other) > owed(one) ? other : one));
    given[most] = (given[most] ?? 0) + 1;
  }
  while (left() < 0) {
    const least = places
      .filter((at) => (given[at] ?? 0) > 1)
      .reduce((one, other) => (owed(other) < owed(one) ? other : one));
    given[least] = (given[least] ?? 0) - 1;
  }
  return given.map((part) => part * shareStep);
}

/** Units as they are shown: hundredths of a level as tenths of one, per cent as whole ones. */
export function shownValue(units: number, highest: number): number {
  return highest === 400 ? Math.round(units / 10) / 10 : Math.round(units);
}

/** The cells of one measure, in the order of the groups. */
export function cellsOf(
  groups: readonly Group[],
  material: Material,
  { reasons, fineness }: Pattern,
  rules: DisclosureRules,
): ReleaseCell[] {
  const { measure } = material;
  const counts = countsOf(material);
  const sums = sumsOf(material);
  const byStratum = classCountsOf(material);
  return groups.map((group, at): ReleaseCell => {
    const named = { measure: measure.code, group: group.key };
    if (reasons[at] !== null) return { ...named, ...nothing };
    const firms = overStrata(group, counts);
    const mean = measure.hasMean ? shownValue(overStrata(group, sums) / firms, measure.highest) : null;
    const inClasses = overClasses(group, byStratum, measure);
    return {
      ...named,
      firms: roundTo(firms, rules.roundTo),
      mean,
      ...quartilesOf({ ...group, firms }, material, rules),
      classes: fineness[at] === 'classes' ? sharesOf(inClasses) : null,
      coarse: fineness[at] === 'coarse' ? sharesOf(coarsen(inClasses, measure.coarse)) : null,
    };
  });
}

const noQuartiles = { lowQuartile: null, median: null, highQuartile: null };
const nothing = { firms: null, mean: null, ...noQuartiles, classes: null, coarse: null };

/** Only of groups that one attribute defines at most, as distributions are. */
function quartilesOf(group: Group & { readonly firms: number }, material: Material, { onEitherSide }: DisclosureRules) {
  const { hasMean, highest } = material.measure;
  if (!hasMean || !hasDistribution(group, material.measure)) return noQuartiles;
  const tally = tallyOf(group, material);
  const at = (part: number): number | null => {
    const units = mayShowQuantile(group.firms, part, onEitherSide) ? quantileOf(tally, part) : null;
    return units === null ? null : shownValue(units, highest);
  };
  return { lowQuartile: at(0.25), median: at(0.5), highQuartile: at(0.75) };
}
