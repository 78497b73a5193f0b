import type { LinearSolver } from '../linear-program/solver.ts';
import type { Attack } from './attack.ts';
import { attackClasses } from './attack-classes.ts';
import { attackFirms } from './attack-firms.ts';
import { attackValues } from './attack-values.ts';
import { type Breach, findBreaches } from './find-breaches.ts';
import { findWholeBreaches } from './find-whole-breaches.ts';
import type { Group } from './frame.ts';
import { type Cover, hideUntilSafe } from './hide-until-safe.ts';
import { countsOf, type Material, overStrata } from './material.ts';
import { type Fineness, finenessOf, type PrimaryReason, primaryReasonsOf } from './primary.ts';
import type { DisclosureRules } from './rules.ts';

/** What may be shown of each group for one measure, by index. `reasons`: null where it is shown. */
export type Pattern = {
  readonly reasons: readonly (PrimaryReason | 'near' | 'secondary' | null)[];
  /** Of the distribution. Always hidden where the group is, and of groups that are defined by more than one attribute. */
  readonly fineness: readonly Fineness[];
};

type With = {
  readonly rules: DisclosureRules;
  readonly solver: LinearSolver;
  readonly cover: Cover;
  /** Groups, by index, that are never shown and protected all the same. */
  readonly never?: ReadonlySet<number>;
};

const none: ReadonlySet<number> = new Set();

/** Pairs of groups, by index, that differ by too few firms to be shown both. Strata that hold no firm differ by none. */
export function tooNear(
  groups: readonly Group[],
  material: Material,
  { fewestDifferent }: DisclosureRules,
): [number, number][] {
  const counts = countsOf(material);
  const sizes = groups.map((group) => overStrata(group, counts));
  const members = groups.map(({ strata }) => new Set(strata));
  return groups.flatMap((group, one) =>
    groups.flatMap((_, other): [number, number][] => {
      if (other <= one) return [];
      const shared = group.strata.reduce(
        (sum, stratum) => sum + (members[other]?.has(stratum) ? (counts[stratum] ?? 0) : 0),
        0,
      );
      const apart = (sizes[one] ?? 0) + (sizes[other] ?? 0) - 2 * shared;
      return apart > 0 && apart < fewestDifferent ? [[one, other]] : [];
    }),
  );
}

/** What hiding costs: by the attributes that define the group, more for more firms, and a trifle that settles ties. */
export function costsOf(groups: readonly Group[], material: Material, { costs }: DisclosureRules): number[] {
  const counts = countsOf(material);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return groups.map((group, index) => {
    const base = costs[Object.keys(group.place).length] ?? costs.at(-1) ?? 1;
    return base * (1 + overStrata(group, counts) / Math.max(all, 1)) + index * 1e-6;
  });
}

const indexes = (values: readonly unknown[], isIn: (at: number) => boolean): Set<number> =>
  new Set(values.flatMap((_, at) => (isIn(at) ? [at] : [])));

/** What of the groups may be shown for the measure. */
export function protect(
  groups: readonly Group[],
  material: Material,
  { rules, solver, cover, never = none }: With,
): Pattern {
  const primary = primaryReasonsOf(groups, material, rules);
  const pairs = tooNear(groups, material, rules);
  const costs = costsOf(groups, material, rules);
  const start = indexes(groups, (at) => primary[at] !== null || never.has(at));
  const hidden = hideUntilSafe({
    attacks: attacksOf(groups, material, primary, rules),
    start,
    costs,
    solver,
    cover,
    pairs,
  });
  const near = new Set(pairs.flat());
  const reasons = primary.map((reason, at) => {
    if (reason !== null || !hidden.has(at)) return reason;
    return near.has(at) ? 'near' : 'secondary';
  });
  const first = firstFineness(groups, material, { rules, hidden });
  const unshown = hideUntilSafe({
    attacks: [attackClasses(groups, material, { fineness: first, reasons: primary }, rules)],
    start: indexes(groups, (at) => first[at] === 'hidden'),
    costs,
    solver,
    cover,
  });
  return { reasons, fineness: first.map((each, at) => (unshown.has(at) ? 'hidden' : each)) };
}

function firstFineness(
  groups: readonly Group[],
  material: Material,
  { rules, hidden }: Pick<With, 'rules'> & { readonly hidden: ReadonlySet<number> },
): Fineness[] {
  return finenessOf(groups, material, rules).map((each, at) => (hidden.has(at) ? 'hidden' : each));
}

function attacksOf(
  groups: readonly Group[],
  material: Material,
  primary: readonly (PrimaryReason | null)[],
  rules: DisclosureRules,
): Attack[] {
  const firms = attackFirms(groups, material, primary, rules);
  return material.measure.hasMean ? [firms, attackValues(groups, material, primary, rules)] : [firms];
}

export type Finding = Breach & { readonly kind: Attack['kind'] };

/** `attacked`: so many sums were asked about. */
export type Audit = { readonly findings: readonly Finding[]; readonly attacked: number };

/**
 * What can be worked out from a pattern: the attack audit. It takes nothing from how the pattern was made; whoever
 * publishes asks for it once more and publishes only when nothing is found. (Rule D8.)
 */
export function audit(
  groups: readonly Group[],
  material: Material,
  { reasons, fineness }: Pattern,
  { rules, solver }: Pick<With, 'rules' | 'solver'>,
): Audit {
  const primary = primaryReasonsOf(groups, material, rules);
  const hidden = indexes(groups, (at) => reasons[at] !== null);
  const unshown = indexes(groups, (at) => fineness[at] === 'hidden');
  const attacks: [Attack, ReadonlySet<number>][] = [
    ...attacksOf(groups, material, primary, rules).map((attack): [Attack, ReadonlySet<number>] => [attack, hidden]),
    [attackClasses(groups, material, { fineness, reasons: primary }, rules), unshown],
  ];
  const findings = attacks.flatMap(([attack, unseen]) => {
    const { breaches, uncertain } = findBreaches(attack, unseen, solver);
    const whole = findWholeBreaches(attack, uncertain, unseen, solver);
    return [...breaches, ...whole].map((breach) => ({ ...breach, kind: attack.kind }));
  });
  return { findings, attacked: attacks.reduce((sum, [{ targets }]) => sum + targets.length, 0) };
}
