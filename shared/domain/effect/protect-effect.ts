import type { Attack } from '../benchmark/attack.ts';
import { attackFirms } from '../benchmark/attack-firms.ts';
import { attackValues } from '../benchmark/attack-values.ts';
import { findBreaches } from '../benchmark/find-breaches.ts';
import { findWholeBreaches } from '../benchmark/find-whole-breaches.ts';
import { hideUntilSafe } from '../benchmark/hide-until-safe.ts';
import { countsOf, overStrata } from '../benchmark/material.ts';
import { type PrimaryReason, primaryReasonsOf } from '../benchmark/primary.ts';
import { type Finding, tooNear } from '../benchmark/protect.ts';
import type { DisclosureRules } from '../benchmark/rules.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import { derivedSets } from './derived-sets.ts';
import { type EffectMaterial, momentsOver } from './effect-material.ts';
import { widthOfOne } from './estimate.ts';

/** Why each group is not shown, by index; null where it is. */
export type EffectPattern = readonly (PrimaryReason | 'near' | 'secondary' | null)[];

type With = { readonly rules: DisclosureRules; readonly solver: LinearSolver };

const wholeScale = 400;

/** Whether the pairs of the strata lie so near each other that mean and interval tell what every one of them has. */
function isNarrow(strata: Iterable<number>, material: EffectMaterial, { leastDoubtPercent }: DisclosureRules): boolean {
  return widthOfOne(momentsOver(strata, material)) < (wholeScale * leastDoubtPercent) / 100;
}

/** As for levels, on pairs; and an interval may not be so short that it tells what each pair has. */
function primaryOf(material: EffectMaterial, rules: DisclosureRules): (PrimaryReason | null)[] {
  const { groups, paired } = material;
  return primaryReasonsOf(groups, paired, rules).map((reason, at) => {
    const group = groups[at];
    return reason === null && group !== undefined && isNarrow(group.strata, material, rules) ? 'uniform' : reason;
  });
}

/** Whether a set of pairs that can be worked out is one that would not be shown by itself. */
function isTelling(strata: readonly number[], material: EffectMaterial, rules: DisclosureRules): boolean {
  const over = (numbers: readonly number[]) => strata.reduce((sum, stratum) => sum + (numbers[stratum] ?? 0), 0);
  const pairs = over(countsOf(material.paired));
  const isUnseenByFew = material.paired.insiders.some((insider) => {
    const [seen, left] = [over(insider), pairs - over(insider)];
    return seen > 0 && left > 0 && left < rules.fewestOutside;
  });
  return pairs < rules.fewestFirms || isUnseenByFew || isNarrow(strata, material, rules);
}

/** Sets of groups of which one at least must go, since what they give together would not be shown by itself. */
function tellingSets(material: EffectMaterial, isOpen: (group: number) => boolean, rules: DisclosureRules): number[][] {
  const { groups, strata, paired } = material;
  const open = groups.flatMap((_, group) => (isOpen(group) ? [group] : []));
  const counts = countsOf(paired);
  const vectors = open.map((group) => {
    const members = new Set(groups[group]?.strata);
    return strata.map((_, stratum) => (members.has(stratum) ? 1 : 0));
  });
  return derivedSets(vectors, (stratum) => (counts[stratum] ?? 0) > 0)
    .filter((derived) => isTelling(derived.strata, material, rules))
    .map(({ held }) => held.flatMap((at) => open[at] ?? []));
}

/**
 * What hiding costs: most for a package, which is what is asked about; then all of them together, then a step. More for
 * more pairs, and a trifle that settles ties.
 */
function costsOf({ groups, paired }: EffectMaterial, { costs }: DisclosureRules): number[] {
  const [ofPackage = 1, ofAll = 1, ofStep = 1] = costs;
  const counts = countsOf(paired);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return groups.map(({ place, strata }, index) => {
    const others = place['step'] === undefined ? ofAll : ofStep;
    const base = place['package'] === undefined ? others : ofPackage;
    return base * (1 + overStrata({ strata }, counts) / Math.max(all, 1)) + index * 1e-6;
  });
}

function attacksOf(
  { groups, paired, tookPart }: EffectMaterial,
  primary: readonly (PrimaryReason | null)[],
  rules: DisclosureRules,
): Attack[] {
  return [
    attackFirms(groups, paired, primary, rules),
    attackValues(groups, paired, primary, rules),
    attackFirms(groups, tookPart, primaryReasonsOf(groups, tookPart, rules), rules),
  ];
}

/**
 * What of the groups may be shown. All, packages and steps are sums over the same strata, so that what protects tables of
 * levels protects them too: pairs are its firms and differences its values. An interval gives the sum of squares besides;
 * what adding and subtracting groups gives must therefore be large and wide enough as well.
 */
export function protectEffect(material: EffectMaterial, { rules, solver }: With): EffectPattern {
  const { groups, paired, tookPart } = material;
  const primary = primaryOf(material, rules);
  const near = [...tooNear(groups, paired, rules), ...tooNear(groups, tookPart, rules)];
  const hidden = hideUntilSafe({
    attacks: attacksOf(material, primary, rules),
    start: new Set(primary.flatMap((reason, at) => (reason === null ? [] : [at]))),
    costs: costsOf(material, rules),
    solver,
    cover: 'exact',
    pairs: [...near, ...tellingSets(material, (group) => primary[group] === null, rules)],
  });
  const isNear = new Set(near.flat());
  return primary.map((reason, at) => {
    if (reason !== null || !hidden.has(at)) return reason;
    return isNear.has(at) ? 'near' : 'secondary';
  });
}

/** What can be worked out from what is shown, taking nothing from how it was chosen. */
export function auditEffect(
  material: EffectMaterial,
  pattern: EffectPattern,
  { rules, solver }: With,
): { readonly findings: readonly Pick<Finding, 'kind'>[]; readonly attacked: number } {
  const hidden = new Set(pattern.flatMap((reason, at) => (reason === null ? [] : [at])));
  const attacks = attacksOf(material, primaryOf(material, rules), rules);
  const found = attacks.flatMap((attack) => {
    const { breaches, uncertain } = findBreaches(attack, hidden, solver);
    return [...breaches, ...findWholeBreaches(attack, uncertain, hidden, solver)].map(() => ({ kind: attack.kind }));
  });
  const telling = tellingSets(material, (group) => !hidden.has(group), rules);
  return {
    findings: [...found, ...telling.map(() => ({ kind: 'values' as const }))],
    attacked: attacks.reduce((sum, { targets }) => sum + targets.length, 0) + telling.length,
  };
}
