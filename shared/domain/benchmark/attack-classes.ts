import { type Entry, writeModel } from '../linear-program/model.ts';
import type { Attack, Demand, Target } from './attack.ts';
import type { Group } from './frame.ts';
import { classCountsOf, countsOf, type Material, overClasses, overStrata } from './material.ts';
import { type Fineness, hasDistribution, tellingClasses } from './primary.ts';
import type { DisclosureRules } from './rules.ts';

/** A class of few could be empty, and could have as many as one that is shown, as far as the group is large enough. */
const keepsFew = (firms: number, { fewestInClass }: DisclosureRules): Demand => ({
  kind: 'ends',
  low: 0,
  high: Math.min(fewestInClass, firms),
});

/** Not all firms need be in the class: so many may be elsewhere. */
const keepsAll = (firms: number, elsewhere: number): Demand => ({ kind: 'ends', low: Math.max(0, firms - elsewhere) });

/**
 * Finds out how many firms of a group are in a class that would tell of them, or that all firms of a stratum are in one.
 * The attacker is taken to know how many firms every stratum has. `fineness`: what is shown of each group to begin with.
 */
export function attackClasses(
  groups: readonly Group[],
  material: Material,
  fineness: readonly Fineness[],
  rules: DisclosureRules,
): Attack {
  const { classes, coarse } = material.measure;
  const counts = countsOf(material);
  const byStratum = classCountsOf(material);
  const writer = writeModel();
  const rowGroups: (number | undefined)[] = [];
  const columns = counts.map((firms) =>
    firms === 0 ? [] : classes.map(() => writer.column({ gain: 0, upper: firms, isInteger: true })),
  );
  const entriesOf = (strata: readonly number[], parts: readonly number[]): Entry[] =>
    strata.flatMap((stratum) => parts.flatMap((at): Entry[] => entry(columns[stratum]?.[at])));
  const write = (group: number | undefined, value: number, entries: readonly Entry[]): void => {
    writer.row(value, value, entries);
    rowGroups.push(group);
  };
  const all = classes.map((_, at) => at);
  for (const [stratum, firms] of counts.entries()) if (firms > 0) write(undefined, firms, entriesOf([stratum], all));
  const inClasses = groups.map((group) => overClasses(group, byStratum, material.measure));
  for (const [index, group] of groups.entries()) {
    const shown = { classes: all.map((at) => [at]), coarse, hidden: [] }[fineness[index] ?? 'hidden'];
    for (const parts of shown) {
      const value = parts.reduce((sum, at) => sum + (inClasses[index]?.[at] ?? 0), 0);
      write(index, value, entriesOf(group.strata, parts));
    }
  }
  const targetsOf = (group: Group, index: number): Target[] => {
    if (fineness[index] === 'classes' || !hasDistribution(group)) return [];
    const firms = overStrata(group, counts);
    const counted = inClasses[index] ?? [];
    return tellingClasses(counted, rules).map((at) => ({
      about: { group: index },
      sum: entriesOf(group.strata, [at]),
      demand: counted[at] === firms ? keepsAll(firms, rules.fewestInClass) : keepsFew(firms, rules),
    }));
  };
  const ofStrata = counts.flatMap((firms, stratum): Target[] => {
    const at = byStratum[stratum]?.indexOf(firms) ?? -1;
    if (firms === 0 || at < 0) return [];
    return [{ about: { stratum }, sum: entriesOf([stratum], [at]), demand: keepsAll(firms, 1) }];
  });
  return { kind: 'classes', model: writer.finish(), rowGroups, targets: [...groups.flatMap(targetsOf), ...ofStrata] };
}

const entry = (column: number | undefined): Entry[] => (column === undefined ? [] : [[column, 1]]);
