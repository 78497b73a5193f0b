import type { Group } from '#shared/domain/benchmark/frame.ts';
import { classCountsOf, countsOf, type Material, overStrata, sumsOf } from '#shared/domain/benchmark/material.ts';
import { primaryReasonsOf, rangeOfOne } from '#shared/domain/benchmark/primary.ts';
import type { Pattern } from '#shared/domain/benchmark/protect.ts';
import { smallRules } from './arbitrary-material.ts';
import { type Known, rangesOver } from './every-table.ts';

const { fewestFirms, fewestInClass, leastDoubtPercent } = smallRules;

export type Tables = { readonly groups: readonly Group[]; readonly material: Material };

export const hiddenOf = ({ reasons }: Pattern): Set<number> =>
  new Set(reasons.flatMap((reason, at) => (reason === null ? [] : [at])));

const shownSums = (groups: readonly Group[], numbers: readonly number[], hidden: ReadonlySet<number>): Known[] =>
  groups.flatMap(({ strata }, at) => (hidden.has(at) ? [] : [{ strata, sum: overStrata({ strata }, numbers) }]));

/** The groups of few firms whose number an attacker knows too well. */
export function knownFirms({ groups, material }: Tables, hidden: ReadonlySet<number>): string[] {
  const counts = countsOf(material);
  const reasons = primaryReasonsOf(groups, material, smallRules);
  const upper = counts.map(() => counts.reduce((sum, count) => sum + count, 0) + fewestFirms);
  const few = groups.filter((_, at) => reasons[at] === 'few-firms');
  const ranges = rangesOver(few, upper, shownSums(groups, counts, hidden));
  return few.flatMap(({ key }, at) => {
    const { low, high } = ranges[at] ?? { low: 0, high: 0 };
    return low > 0 || high < fewestFirms ? [`firms of ${key}`] : [];
  });
}

/** The strata and groups of which an attacker knows too well what their firms have on the scale. */
export function knownValues({ groups, material }: Tables, hidden: ReadonlySet<number>): string[] {
  const { highest, hasMean } = material.measure;
  if (!hasMean) return [];
  const doubt = (highest * leastDoubtPercent) / 100;
  const counts = countsOf(material);
  const reasons = primaryReasonsOf(groups, material, smallRules);
  const strata = counts.map((_, stratum) => ({ strata: [stratum], isStratum: true, reason: null }));
  const asked = [
    ...strata,
    ...groups.map((group, at) => ({ ...group, isStratum: false, reason: reasons[at] ?? null })),
  ];
  const upper = counts.map((count) => count * highest);
  const ranges = rangesOver(asked, upper, shownSums(groups, sumsOf(material), hidden));
  return asked.flatMap(({ strata: members, isStratum, reason }, at) => {
    const firms = overStrata({ strata: members }, counts);
    const { low, high } = ranges[at] ?? { low: 0, high: 0 };
    const [from, to] = rangeOfOne(firms, [low, high], highest);
    const asksForOne = (isStratum && firms > 0) || reason === 'uniform';
    if (asksForOne && to - from < doubt) return [`one of ${members}`];
    return reason === 'few-firms' && high - low < doubt * firms ? [`mean of ${members}`] : [];
  });
}

const cells = (strata: readonly number[], parts: readonly number[], classes: number): number[] =>
  strata.flatMap((stratum) => parts.map((at) => stratum * classes + at));

/** The classes of hidden and of broadly shown distributions that an attacker knows too well. */
export function knownClasses({ groups, material }: Tables, { fineness }: Pick<Pattern, 'fineness'>): string[] {
  const { classes, coarse, finest, hasMean } = material.measure;
  const all = classes.map((_, at) => at);
  const counts = countsOf(material);
  const flat = classCountsOf(material).flat();
  const shownParts = { classes: all.map((at) => [at]), coarse, hidden: [] };
  const known = [
    ...counts.map((sum, stratum) => ({ strata: cells([stratum], all, all.length), sum })),
    ...groups.flatMap(({ strata }, at) =>
      shownParts[fineness[at] ?? 'hidden'].map((parts) => {
        const members = cells(strata, parts, all.length);
        return { strata: members, sum: overStrata({ strata: members }, flat) };
      }),
    ),
  ];
  const ofGroups = groups.filter(
    (group, at) => fineness[at] !== 'classes' && Object.keys(group.place).length <= finest,
  );
  const asked = [
    ...ofGroups.map(({ strata }) => ({ of: strata, isStratum: false })),
    ...counts.map((_, stratum) => ({ of: [stratum], isStratum: true })),
  ].flatMap((each) => all.map((at) => ({ ...each, strata: cells(each.of, [at], all.length) })));
  const upper = counts.flatMap((count) => all.map(() => count));
  const reasons = primaryReasonsOf(groups, material, smallRules);
  const few = hasMean ? [] : groups.filter((_, at) => reasons[at] === 'few-firms');
  const ofFew = few.flatMap(({ strata }) => all.map((at) => ({ of: strata, strata: cells(strata, [at], all.length) })));
  const ranges = rangesOver([...asked, ...ofFew], upper, known);
  const tooNarrow = ofFew.flatMap(({ of, strata }, at) => {
    const range = ranges[asked.length + at] ?? { low: 0, high: 0 };
    const [real, firms] = [overStrata({ strata }, flat), overStrata({ strata: of }, counts)];
    return isNarrow(real, firms, range) ? [`share of ${of}`] : [];
  });
  const told = asked.flatMap(({ strata, of, isStratum }, at) => {
    const range = ranges[at] ?? { low: 0, high: 0 };
    const real = overStrata({ strata }, flat);
    return isTold(real, overStrata({ strata: of }, counts), { ...range, isStratum }) ? [`class of ${of}`] : [];
  });
  return [...told, ...tooNarrow];
}

/** Around what is real, as evenly as there is room, a part of the firms may be in the class or not. */
function isNarrow(
  real: number,
  firms: number,
  { low, high }: { readonly low: number; readonly high: number },
): boolean {
  const width = Math.ceil((firms * leastDoubtPercent) / 100);
  const from = Math.min(Math.max(real - Math.floor(width / 2), 0), firms - width);
  return low > from || high < from + width;
}

type Range = { readonly low: number; readonly high: number; readonly isStratum: boolean };

/** A class of all firms tells what each of them is; one of few tells of those few. */
function isTold(real: number, firms: number, { low, high, isStratum }: Range): boolean {
  if (real === 0) return false;
  if (isStratum) return real === firms && low > firms - 1;
  if (real === firms) return low > firms - Math.min(fewestInClass, firms);
  return real < fewestInClass && (low > 0 || high < Math.min(fewestInClass, firms));
}
