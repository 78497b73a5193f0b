import { type Entry, writeModel } from '../linear-program/model.ts';
import type { Attack, Demand, Target } from './attack.ts';
import type { Group } from './frame.ts';
import { classCountsOf, countsOf, type Material, overClasses, overStrata } from './material.ts';
import { type Fineness, hasDistribution, outside, type PrimaryReason, tellingClasses } from './primary.ts';
import type { DisclosureRules } from './rules.ts';

/** A class of few could be empty, and could have as many as one that is shown, as far as the group is large enough. */
const keepsFew = (firms: number, { fewestInClass }: DisclosureRules): Demand => ({
  kind: 'ends',
  low: 0,
  high: Math.min(fewestInClass, firms),
});

/** Not all firms need be in the class: so many may be elsewhere. */
const keepsAll = (firms: number, elsewhere: number): Demand => ({ kind: 'ends', low: Math.max(0, firms - elsewhere) });

/** Of so many of the firms a part could be in the class, or not be in it. */
function keepsPart(counted: number, firms: number, doubtful: number, { leastDoubtPercent }: DisclosureRules): Demand {
  const width = Math.ceil((doubtful * leastDoubtPercent) / 100);
  const low = Math.min(Math.max(0, counted - Math.floor(width / 2)), firms - width);
  return { kind: 'ends', low, high: low + width };
}

/** What is shown of each group to begin with, and why each may not be shown by itself. */
type Shown = { readonly fineness: readonly Fineness[]; readonly reasons: readonly (PrimaryReason | null)[] };

/**
 * Finds out how many firms of a group are in a class that would tell of them, or that all firms of a stratum are in one.
 * The attacker is taken to know how many firms every stratum has.
 *
 * Where firms have no mean, classes are all that is said of them. What the mean's doubt is for others, a doubt of each
 * class is here: of a group of few firms, and of those that an insider does not see.
 */
export function attackClasses(
  groups: readonly Group[],
  material: Material,
  { fineness, reasons }: Shown,
  rules: DisclosureRules,
): Attack {
  const { classes, coarse, hasMean } = material.measure;
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
    if (fineness[index] === 'classes' || !hasDistribution(group, material.measure)) return [];
    const firms = overStrata(group, counts);
    const counted = inClasses[index] ?? [];
    return tellingClasses(counted, rules).map((at) => ({
      about: { group: index },
      sum: entriesOf(group.strata, [at]),
      demand: counted[at] === firms ? keepsAll(firms, rules.fewestInClass) : keepsFew(firms, rules),
    }));
  };
  // Of two classes the one tells the other.
  const asked = classes.length === 2 ? [1] : all;
  const ofFew = (group: Group, index: number): Target[] => {
    const doubtful = hasMean ? 0 : doubtfulOf(group, material, { reason: reasons[index] ?? null, counts, rules });
    if (doubtful === 0) return [];
    const firms = overStrata(group, counts);
    return asked.map((at) => ({
      about: { group: index },
      sum: entriesOf(group.strata, [at]),
      demand: keepsPart(inClasses[index]?.[at] ?? 0, firms, doubtful, rules),
    }));
  };
  const ofStrata = counts.flatMap((firms, stratum): Target[] => {
    const at = byStratum[stratum]?.indexOf(firms) ?? -1;
    if (firms === 0 || at < 0) return [];
    return [{ about: { stratum }, sum: entriesOf([stratum], [at]), demand: keepsAll(firms, 1) }];
  });
  const targets = [...groups.flatMap(targetsOf), ...groups.flatMap(ofFew), ...ofStrata];
  const real = byStratum.filter((_, stratum) => counts[stratum] !== 0).flat();
  return { kind: 'classes', model: writer.finish(), rowGroups, real, targets };
}

type Few = {
  readonly reason: PrimaryReason | null;
  readonly counts: readonly number[];
  readonly rules: DisclosureRules;
};

/** So many firms of the group are too few to be told of: all of few, and those that an insider does not see. */
function doubtfulOf(group: Group, { insiders }: Material, { reason, counts, rules }: Few): number {
  if (reason === 'few-firms') return overStrata(group, counts);
  if (reason !== 'insider') return 0;
  const left = insiders.map((insider) => outside(group, counts, insider) ?? 0);
  return Math.max(...left.filter((firms) => firms < rules.fewestOutside));
}

const entry = (column: number | undefined): Entry[] => (column === undefined ? [] : [[column, 1]]);
