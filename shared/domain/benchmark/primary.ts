import type { Group } from './frame.ts';
import { classCountsOf, countsOf, type Material, overClasses, overStrata, sumsOf } from './material.ts';
import type { Measure } from './measure.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * Why a group is not shown by itself. `empty`: no firm. `few-firms`: fewer than the least number. `insider`: a provider
 * sees nearly all of its firms, and could subtract them. `uniform`: its firms lie so near one end of the scale that the
 * mean tells each of them.
 */
export const primaryReasons = ['empty', 'few-firms', 'insider', 'uniform'] as const;
export type PrimaryReason = (typeof primaryReasons)[number];

/** In units: how near nobody may come to a firm's value. */
export function leastDoubt({ measure }: Material, { leastDoubtPercent }: DisclosureRules): number {
  return (measure.highest * leastDoubtPercent) / 100;
}

/**
 * What one of the firms can have, for somebody who knows how many they are and between what their sum lies.
 * Both ends are within 0 and `highest`.
 */
export function rangeOfOne(
  firms: number,
  sum: readonly [low: number, high: number],
  highest: number,
): [number, number] {
  return [Math.max(0, sum[0] - highest * (firms - 1)), Math.min(highest, sum[1])];
}

/** Firms of the group that lie outside what the insider sees; undefined when the insider sees none of them. */
export function outside(group: Group, counts: readonly number[], insider: readonly number[]): number | undefined {
  const seen = overStrata(group, insider);
  return seen === 0 ? undefined : overStrata(group, counts) - seen;
}

/** Why each group may not be shown, whatever the others show; null for those that may. */
export function primaryReasonsOf(
  groups: readonly Group[],
  material: Material,
  rules: DisclosureRules,
): (PrimaryReason | null)[] {
  const counts = countsOf(material);
  const sums = sumsOf(material);
  const { highest, hasMean } = material.measure;
  return groups.map((group) => {
    const firms = overStrata(group, counts);
    if (firms === 0) return 'empty';
    if (firms < rules.fewestFirms) return 'few-firms';
    const outsiders = material.insiders.map((insider) => outside(group, counts, insider));
    if (outsiders.some((left) => left !== undefined && left > 0 && left < rules.fewestOutside)) return 'insider';
    if (!hasMean) return null;
    const sum = overStrata(group, sums);
    const [low, high] = rangeOfOne(firms, [sum, sum], highest);
    return high - low < leastDoubt(material, rules) ? 'uniform' : null;
  });
}

/** Which of the classes tell something of their firms by being shown: those of few, and one that holds all. */
export function tellingClasses(counts: readonly number[], { fewestInClass }: DisclosureRules): number[] {
  const firms = counts.reduce((sum, count) => sum + count, 0);
  return counts.flatMap((count, at) => (count > 0 && (count < fewestInClass || count === firms) ? [at] : []));
}

/** Whether the group is broad enough: distributions of finer ones would hide more than they show. */
export function hasDistribution({ place }: Group, { finest }: Measure): boolean {
  return Object.keys(place).length <= finest;
}

/** How finely the distribution of a group may be shown by itself. */
export type Fineness = 'classes' | 'coarse' | 'hidden';

/** Counts of the broader classes. */
export function coarsen(counts: readonly number[], coarse: readonly (readonly number[])[]): number[] {
  return coarse.map((parts) => parts.reduce((sum, at) => sum + (counts[at] ?? 0), 0));
}

/** For each group: in classes, in the broader ones where those are safe and the finer ones are not, or not at all. */
export function finenessOf(groups: readonly Group[], material: Material, rules: DisclosureRules): Fineness[] {
  const { coarse } = material.measure;
  const byStratum = classCountsOf(material);
  return groups.map((group) => {
    const counts = overClasses(group, byStratum, material.measure);
    if (!hasDistribution(group, material.measure) || counts.every((count) => count === 0)) return 'hidden';
    if (tellingClasses(counts, rules).length === 0) return 'classes';
    const broad = coarsen(counts, coarse);
    return broad.length > 0 && tellingClasses(broad, rules).length === 0 ? 'coarse' : 'hidden';
  });
}
