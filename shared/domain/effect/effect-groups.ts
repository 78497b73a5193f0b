import { type Group, groupKey, type Place } from '../benchmark/frame.ts';

/** A package as a release of effects knows it. */
export type SupportPackage = {
  readonly code: string;
  /** Steps of the strategy that it leads towards. */
  readonly steps: readonly string[];
  /** Dimensions that it is about; what it does to others is not asked. */
  readonly dimensions: readonly string[];
};

/** Packages that are about the dimension. */
export function packagesAbout(packages: readonly SupportPackage[], measure: string): SupportPackage[] {
  return packages.filter(({ dimensions }) => dimensions.includes(measure));
}

/** Whether a firm that took part in the packages is in the group: in the one named, one towards the step, or any of them. */
export function isInGroup(place: Place, taken: readonly string[], packages: readonly SupportPackage[]): boolean {
  const { package: code, step } = place;
  if (code !== undefined) return taken.includes(code);
  const known = packages.filter((each) => step === undefined || each.steps.includes(step));
  return known.some((each) => taken.includes(each.code));
}

/**
 * Every group that a release of effects has for a dimension: all firms that took part in something about it, those of
 * each package, and those of each step. No others, and none by county or branch, so that no two readers can ask for
 * groups that differ by a firm.
 */
export function placesAbout(packages: readonly SupportPackage[]): Place[] {
  const steps = [...new Set(packages.flatMap((each) => each.steps))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  return [{}, ...packages.map(({ code }) => ({ package: code })), ...steps.map((step) => ({ step }))];
}

export const takenKey = (taken: readonly string[]): string => [...new Set(taken)].sort().join(' ');

/** Firms that took part in the same packages are one stratum: nothing that is published tells them apart. */
export type EffectFrame = { readonly strata: readonly string[]; readonly groups: readonly Group[] };

/** Strata that somebody is in, and those of a single package. An attacker is taken to know that the others are empty. */
export function effectFrame(packages: readonly SupportPackage[], taken: readonly (readonly string[])[]): EffectFrame {
  const strata = [...new Set([...packages.map(({ code }) => code), ...taken.map(takenKey)])].sort();
  const groups = placesAbout(packages).map((place) => ({
    key: groupKey(place),
    place,
    strata: strata.flatMap((key, at) => (isInGroup(place, key.split(' '), packages) ? [at] : [])),
  }));
  return { strata, groups };
}
