import { roundTo } from '../achievement/rounding.ts';
import { type Before, besideEarlier } from '../benchmark/beside-earlier.ts';
import { distinct, lastOf } from '../benchmark/earlier.ts';
import { countsOf, overStrata } from '../benchmark/material.ts';
import type { HiddenOfMeasure, ReleaseReport } from '../benchmark/release.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import { type EffectPair, placeFirms } from './effect-beside.ts';
import { packagesAbout } from './effect-groups.ts';
import { type EffectMaterial, effectMaterial, momentsOfGroup } from './effect-material.ts';
import { type EffectCell, type EffectDocument, type EffectSpec, effectFormat } from './effect-release.ts';
import { estimateOf } from './estimate.ts';
import type { ComparedFirm } from './firm-change.ts';
import { auditEffect, type EffectPattern, protectEffect } from './protect-effect.ts';

/** Levels of a firm in one dimension, in hundredths. */
export type LevelRow = {
  readonly number: number;
  readonly measure: string;
  readonly before: number;
  readonly after: number;
};

export type EffectInput = {
  readonly spec: EffectSpec;
  /** `insiders`: providers, numbered, that have been let in to see its levels. */
  readonly firms: readonly (ComparedFirm & { readonly insiders: readonly number[] })[];
  readonly levels: readonly LevelRow[];
} & Before;

export type MadeEffect = {
  readonly document: EffectDocument;
  readonly report: Omit<ReleaseReport, 'seconds' | 'solver'>;
  readonly contributions: readonly EffectPair[];
};

/**
 * What support has gone together with, by the rules: paired, protected, attacked once more, rounded, and laid beside all
 * earlier ones. The same input in any order gives the same document. `onStep` is called when a dimension is done.
 */
export function makeEffect(
  { spec, firms, levels, earlier, standings }: EffectInput,
  solver: LinearSolver,
  onStep: () => void,
): MadeEffect {
  const firmOf = new Map(firms.map((firm) => [firm.number, firm]));
  const insiders = insidersOf(firms);
  const byMeasure = Map.groupBy(levels, ({ measure }) => measure);
  const parts = spec.measures.map((measure) => {
    const changes = (byMeasure.get(measure) ?? []).flatMap(({ number, before, after }) => {
      const firm = firmOf.get(number);
      return firm === undefined ? [] : [{ ...firm, before, after }];
    });
    const material = effectMaterial({ measure, packages: spec.packages, changes, insiders }, spec.matching);
    const use = { rules: spec.rules, solver };
    const pattern = protectEffect(material, use);
    const { findings, attacked } = auditEffect(material, pattern, use);
    const contributions = material.pairs.map(
      ({ treated, control }): EffectPair => ({
        measure,
        treated: treated.number,
        control: control.number,
        packages: [...treated.packages],
      }),
    );
    const placed = placeFirms(material, packagesAbout(spec.packages, measure), contributions);
    const groups = material.groups.filter((_, at) => pattern[at] === null);
    const beside = besideEarlier({ measure, kind: 'effect', groups, placed }, { ...use, earlier, standings });
    onStep();
    return {
      cells: cellsOf(measure, material, pattern, spec),
      hidden: countHidden(measure, pattern),
      findings: [...Map.groupBy(findings, ({ kind }) => kind)].map(([attack, found]) => ({
        measure,
        attack,
        found: found.length,
      })),
      attacked,
      ...beside,
      contributions,
    };
  });
  return {
    document: { format: effectFormat, spec, cells: parts.flatMap(({ cells }) => cells) },
    report: {
      measures: parts.map(({ hidden }) => hidden),
      findings: parts.flatMap(({ findings }) => findings),
      attacked: parts.reduce((sum, { attacked }) => sum + attacked, 0),
      nearReleases: distinct(parts.flatMap(({ near }) => near)),
      isTracked: parts.some(({ trackers }) => trackers > 0),
      comparedTo: lastOf(earlier),
      cover: 'exact',
    },
    contributions: parts.flatMap(({ contributions }) => contributions),
  };
}

function insidersOf(firms: EffectInput['firms']): ReadonlySet<number>[] {
  const seen = new Map<number, Set<number>>();
  for (const { number, insiders } of firms)
    for (const insider of insiders) seen.set(insider, (seen.get(insider) ?? new Set()).add(number));
  return [...seen.values()];
}

const outwards = { down: Math.floor, up: Math.ceil } as const;

/** Hundredths as tenths of a level. What the computer's own rounding adds is taken away first. */
const tenths = (hundredths: number, round: (value: number) => number): number =>
  round(Number((hundredths / 10).toFixed(9))) / 10 || 0;

function cellsOf(measure: string, material: EffectMaterial, pattern: EffectPattern, spec: EffectSpec): EffectCell[] {
  const { groups, paired, tookPart } = material;
  const [pairs, treated] = [countsOf(paired), countsOf(tookPart)];
  return groups.map((group, at): EffectCell => {
    const named = { measure, group: group.key };
    const found = estimateOf(momentsOfGroup(group, material), spec.matching.confidencePercent);
    if (pattern[at] !== null || found === null) return { ...named, ...nothing };
    return {
      ...named,
      tookPart: roundTo(overStrata(group, treated), spec.rules.roundTo),
      matched: roundTo(overStrata(group, pairs), spec.rules.roundTo),
      estimate: tenths(found.mean, Math.round),
      low: tenths(found.low, outwards.down),
      high: tenths(found.high, outwards.up),
    };
  });
}

const nothing = { tookPart: null, matched: null, estimate: null, low: null, high: null };

function countHidden(measure: string, pattern: EffectPattern): HiddenOfMeasure {
  const count = (...wanted: EffectPattern[number][]) => pattern.filter((reason) => wanted.includes(reason)).length;
  return {
    measure,
    groups: pattern.length,
    few: count('empty', 'few-firms'),
    insider: count('insider'),
    uniform: count('uniform'),
    near: count('near'),
    secondary: count('secondary'),
    distributions: { classes: 0, coarse: 0, hidden: 0 },
  };
}
