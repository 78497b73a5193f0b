import type { Group } from '../benchmark/frame.ts';
import type { Material, Tally } from '../benchmark/material.ts';
import { countMeasure, type Measure } from '../benchmark/measure.ts';
import { type EffectFrame, effectFrame, packagesAbout, type SupportPackage, takenKey } from './effect-groups.ts';
import { type Moments, momentsOf } from './estimate.ts';
import { changeOf, type FirmChange } from './firm-change.ts';
import { matchFirms, type Pair } from './match-firms.ts';
import type { EffectRules } from './rules.ts';

/** Hundredths of a level: a level can rise or fall by as much, and two of a pair can differ by twice that. */
const scale = 400;
const furthest = 2 * scale;

/** How much more the firm that took part has changed than the one beside it, in hundredths of a level. */
export const differenceOf = ({ treated, control }: Pair): number => changeOf(treated) - changeOf(control);

/** Differences of pairs as values from 0 up, which is what attacks reckon with. */
function differenceMeasure(code: string): Measure {
  return { code, kind: 'level', highest: 2 * furthest, hasMean: true, classes: [], coarse: [], finest: 0 };
}

/** All that a release of effects is made from, for one dimension. */
export type EffectMaterial = EffectFrame & {
  readonly pairs: readonly Pair[];
  /** By stratum: differences of its pairs. */
  readonly differences: readonly (readonly number[])[];
  /** Pairs, by stratum and difference. */
  readonly paired: Material;
  /** Firms that took part, with a pair or without. */
  readonly tookPart: Material;
};

export type MaterialInput = {
  readonly measure: string;
  readonly packages: readonly SupportPackage[];
  readonly changes: readonly FirmChange[];
  /** For each provider: numbers of the firms that it has been let in to see the levels of. */
  readonly insiders: readonly ReadonlySet<number>[];
};

/**
 * Firms that took part in something about the dimension, beside firms that took part in nothing at all. Whoever took part
 * only in something else is neither.
 */
export function effectMaterial(
  { measure, packages, changes, insiders }: MaterialInput,
  rules: Pick<EffectRules, 'caliper'>,
): EffectMaterial {
  const about = packagesAbout(packages, measure);
  const codes = new Set(about.map(({ code }) => code));
  const takenOf = (firm: FirmChange): string[] => firm.packages.filter((code) => codes.has(code));
  const treated = changes.filter((firm) => takenOf(firm).length > 0);
  const controls = changes.filter((firm) => firm.packages.length === 0);
  const frame = effectFrame(about, treated.map(takenOf));
  const pairs = matchFirms(treated, controls, rules);
  const pairsOf = Map.groupBy(pairs, (pair) => takenKey(takenOf(pair.treated)));
  const treatedOf = Map.groupBy(treated, (firm) => takenKey(takenOf(firm)));
  const differences = frame.strata.map((key) => (pairsOf.get(key) ?? []).map(differenceOf));
  return {
    ...frame,
    pairs,
    differences,
    paired: {
      measure: differenceMeasure(measure),
      tallies: differences.map((values) => tallyOf(values.map((value) => value + furthest))),
      // Whoever sees both firms of a pair can take it away from the sum.
      insiders: insiders.map((seen) =>
        frame.strata.map(
          (key) =>
            (pairsOf.get(key) ?? []).filter((pair) => seen.has(pair.treated.number) && seen.has(pair.control.number))
              .length,
        ),
      ),
    },
    tookPart: {
      measure: countMeasure(measure),
      tallies: frame.strata.map((key) => tallyOf((treatedOf.get(key) ?? []).map(() => 0))),
      insiders: [],
    },
  };
}

function tallyOf(values: readonly number[]): Tally {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return tally;
}

/** Of the pairs of some strata. */
export function momentsOver(strata: Iterable<number>, { differences }: Pick<EffectMaterial, 'differences'>): Moments {
  return momentsOf([...strata].flatMap((stratum) => differences[stratum] ?? []));
}

export const momentsOfGroup = ({ strata }: Pick<Group, 'strata'>, material: EffectMaterial): Moments =>
  momentsOver(strata, material);
