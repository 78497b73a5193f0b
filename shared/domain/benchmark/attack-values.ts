import { type Entry, writeModel } from '../linear-program/model.ts';
import { type Attack, type Demand, isAtLeast, type Target } from './attack.ts';
import type { Group } from './frame.ts';
import { countsOf, type Material, overStrata, sumsOf } from './material.ts';
import { leastDoubt, outside, type PrimaryReason, rangeOfOne } from './primary.ts';
import type { DisclosureRules } from './rules.ts';

/** One firm of so many could have values that lie so far from each other. */
const keepsOneIn = (firms: number, highest: number, doubt: number): Demand => ({
  kind: 'doubt',
  isEnough: (low, high) => {
    const [from, to] = rangeOfOne(firms, [low, high], highest);
    return isAtLeast(to - from, doubt);
  },
});

const isWide = (width: number): Demand => ({ kind: 'doubt', isEnough: (low, high) => isAtLeast(high - low, width) });

/** On a finer scale whole units make no difference that would be worth the time. */
const coarsestFineScale = 50;

/**
 * Finds out the sum of the values of a group, or of a stratum, which nothing tells apart further. The attacker is taken
 * to know how many firms there are everywhere, also where that is hidden.
 *
 * - a group of few firms: its mean is in doubt;
 * - a group that an insider sees nearly all of: the mean of the others is;
 * - every stratum, and a group at one end of the scale: what one of its firms has is.
 */
export function attackValues(
  groups: readonly Group[],
  material: Material,
  reasons: readonly (PrimaryReason | null)[],
  rules: DisclosureRules,
): Attack {
  const counts = countsOf(material);
  const sums = sumsOf(material);
  const { highest } = material.measure;
  const doubt = leastDoubt(material, rules);
  const writer = writeModel();
  const columns = counts.map((firms) =>
    firms === 0
      ? undefined
      : writer.column({ gain: 0, upper: highest * firms, isInteger: highest < coarsestFineScale }),
  );
  const entriesOf = (strata: readonly number[]): Entry[] =>
    strata.flatMap((stratum) => (columns[stratum] === undefined ? [] : [[columns[stratum], 1] as const]));
  for (const group of groups) {
    const sum = overStrata(group, sums);
    writer.row(sum, sum, entriesOf(group.strata));
  }
  const demandsOf = (group: Group, reason: PrimaryReason | null): Demand[] => {
    const firms = overStrata(group, counts);
    if (reason === 'few-firms') return [isWide(doubt * firms)];
    if (reason === 'uniform') return [keepsOneIn(firms, highest, doubt)];
    if (reason !== 'insider') return [];
    return material.insiders.flatMap((insider) => {
      const left = outside(group, counts, insider) ?? 0;
      return left > 0 && left < rules.fewestOutside ? [isWide(doubt * left)] : [];
    });
  };
  const ofGroups = groups.flatMap((group, index) =>
    demandsOf(group, reasons[index] ?? null).map(
      (demand): Target => ({ about: { group: index }, sum: entriesOf(group.strata), demand }),
    ),
  );
  const ofStrata = counts.flatMap((firms, stratum): Target[] =>
    firms === 0 ? [] : [{ about: { stratum }, sum: entriesOf([stratum]), demand: keepsOneIn(firms, highest, doubt) }],
  );
  return {
    kind: 'values',
    model: writer.finish(),
    rowGroups: groups.map((_, group) => group),
    real: sums.filter((_, stratum) => columns[stratum] !== undefined),
    targets: [...ofGroups, ...ofStrata],
  };
}
