import { writeModel } from '../linear-program/model.ts';
import type { Attack, Target } from './attack.ts';
import type { Group } from './frame.ts';
import { countsOf, type Material, overStrata } from './material.ts';
import type { PrimaryReason } from './primary.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * Finds out how many firms a group of few has. There must be none it could be told from: it could be empty, and it could
 * be as large as a group that is shown. (Handbook, chapter 4, feasibility interval; rule D8.)
 */
export function attackFirms(
  groups: readonly Group[],
  material: Material,
  reasons: readonly (PrimaryReason | null)[],
  { fewestFirms }: DisclosureRules,
): Attack {
  const counts = countsOf(material);
  const writer = writeModel();
  // Nobody knows how many have answered at most; a bound that is too low only makes the attacker stronger.
  const upper = counts.reduce((sum, count) => sum + count, 0) + fewestFirms;
  for (const _ of counts) writer.column({ gain: 0, upper, isInteger: true });
  for (const group of groups) {
    const firms = overStrata(group, counts);
    writer.row(
      firms,
      firms,
      group.strata.map((stratum) => [stratum, 1]),
    );
  }
  const demand = { kind: 'ends', low: 0, high: fewestFirms } as const;
  const targets = groups.flatMap(({ strata }, group): Target[] =>
    reasons[group] === 'few-firms' ? [{ about: { group }, sum: strata.map((stratum) => [stratum, 1]), demand }] : [],
  );
  return { kind: 'firms', model: writer.finish(), rowGroups: groups.map((_, group) => group), real: counts, targets };
}
