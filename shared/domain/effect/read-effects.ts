import { groupKey } from '../benchmark/frame.ts';
import { placesAbout } from './effect-groups.ts';
import { type EffectCell, type EffectDocument, type EffectSpec, verdictOf } from './effect-release.ts';

/** A cell that is shown. */
export type ShownEffect = { readonly measure: string; readonly group: string } & Readonly<
  Record<'tookPart' | 'matched' | 'estimate' | 'low' | 'high', number>
>;

function shownOf({ measure, group, tookPart, matched, estimate, low, high }: EffectCell): ShownEffect | undefined {
  if (tookPart === null || matched === null || estimate === null || low === null || high === null) return undefined;
  return { measure, group, tookPart, matched, estimate, low, high };
}

export type EffectPart = { readonly code: string; readonly shown: readonly ShownEffect[] };

export type EffectReading = {
  readonly all: readonly ShownEffect[];
  readonly packages: readonly EffectPart[];
  readonly steps: readonly EffectPart[];
};

const allTogether = groupKey({});

/** What a release of effects shows, by package, by step and of all together, in the order of the release. */
export function readEffects({ spec, cells }: EffectDocument): EffectReading {
  const byGroup = Map.groupBy(
    cells.flatMap((cell) => shownOf(cell) ?? []),
    ({ group }) => group,
  );
  const partsOf = (attribute: 'package' | 'step'): EffectPart[] =>
    placesAbout(spec.packages).flatMap((place) => {
      const code = place[attribute];
      return code === undefined ? [] : [{ code, shown: byGroup.get(groupKey(place)) ?? [] }];
    });
  return { all: byGroup.get(allTogether) ?? [], packages: partsOf('package'), steps: partsOf('step') };
}

/** One axis for all that is shown, in whole half levels on either side of no difference. */
export function axisOf({ cells }: EffectDocument): { least: number; most: number } {
  const shown = cells.flatMap((cell) => shownOf(cell) ?? []);
  return {
    least: Math.min(-0.5, ...shown.map(({ low }) => Math.floor(low * 2) / 2)),
    most: Math.max(0.5, ...shown.map(({ high }) => Math.ceil(high * 2) / 2)),
  };
}

/**
 * Of how many comparisons of a package in an area one can tell, and in how many of them firms that took part have risen
 * more. Packages are not counted: of one with many areas some interval soon misses no difference by chance.
 */
export function countRisen(packages: readonly EffectPart[]): { readonly risen: number; readonly told: number } {
  const told = packages.flatMap(({ shown }) => shown);
  return { risen: told.filter((each) => verdictOf(each) === 'more').length, told: told.length };
}

/**
 * In about how many of so many comparisons firms that took part would seem to have risen more by chance alone, on average,
 * if there were no difference: half of what the intervals miss, to a tenth and no less.
 */
export const risenByChance = (told: number, { confidencePercent }: EffectSpec['matching']): number =>
  Math.ceil((told * (100 - confidencePercent)) / 20) / 10;
