import type { LinearSolver } from '../linear-program/solver.ts';
import { type Before, besideEarlier, hasBit, type ShownMeasure } from './beside-earlier.ts';
import { cellsOf } from './cell.ts';
import { distinct, lastOf } from './earlier.ts';
import { countStrata, type Group, groupsOf, unstatedGroupsOf } from './frame.ts';
import type { Cover } from './hide-until-safe.ts';
import type { Material, Tally } from './material.ts';
import type { Measure } from './measure.ts';
import { measureOf } from './measure-code.ts';
import { hasDistribution } from './primary.ts';
import { audit, type Finding, type Pattern, protect } from './protect.ts';
import type { HiddenOfMeasure, ReleaseDocument, ReleaseReport, ReleaseSpec } from './release.ts';

/** How many firms of a stratum have each value of a measure: `firms` in the order of `values`. */
export type TallyRow = {
  readonly measure: string;
  readonly stratum: number;
  readonly values: readonly number[];
  readonly firms: readonly number[];
};

/** How many firms of a stratum, with values for the measures in the bits, an insider can see. */
export type InsiderRow = {
  readonly insider: number;
  readonly stratum: number;
  readonly measured: number;
  readonly firms: number;
};

export type ReleaseInput = {
  readonly spec: ReleaseSpec;
  readonly tallies: readonly TallyRow[];
  readonly insiders: readonly InsiderRow[];
} & Before;

type Made = {
  readonly document: ReleaseDocument;
  readonly report: Omit<ReleaseReport, 'seconds' | 'solver'>;
};

/** Above so many groups the cheapest choice of what to hide takes too long to prove. */
const mostForExact = 200;

/**
 * The release that the answers give by the rules: protected, attacked once more, rounded, and compared with all earlier
 * ones, of which nothing changes the document. The same input gives the same document. `onStep` is called when a measure is done.
 */
export function makeRelease(
  { spec, tallies, insiders, earlier, standings }: ReleaseInput,
  solver: LinearSolver,
  onStep: () => void,
): Made {
  const groups = groupsOf(spec);
  const guarded = [...groups, ...unstatedGroupsOf(spec)];
  const never = new Set(guarded.keys().filter((at) => at >= groups.length));
  const cover: Cover = guarded.length > mostForExact ? 'greedy' : 'exact';
  const byMeasure = Map.groupBy(tallies, ({ measure }) => measure);
  const parts = spec.measures.map((code, place) => {
    const material = materialOf(spec, byMeasure.get(code) ?? [], { code, place, insiders });
    const pattern = protect(guarded, material, { rules: spec.rules, solver, cover, never });
    const { findings, attacked } = audit(guarded, material, pattern, { rules: spec.rules, solver });
    const shown = { measure: code, kind: 'levels', bit: place, groups: shownOf(groups, pattern) } as const;
    const beside = besideEarlier(shown, { earlier, standings, rules: spec.rules, solver });
    onStep();
    return {
      cells: cellsOf(groups, material, pattern, spec.rules),
      hidden: countHidden(material.measure, groups, pattern),
      findings: countFindings(code, findings),
      attacked,
      ...beside,
    };
  });
  return {
    document: { format: 'mattstock-release-1', spec, cells: parts.flatMap(({ cells }) => cells) },
    report: {
      measures: parts.map(({ hidden }) => hidden),
      findings: parts.flatMap(({ findings }) => findings),
      attacked: parts.reduce((sum, { attacked }) => sum + attacked, 0),
      nearReleases: distinct(parts.flatMap(({ near }) => near)),
      isTracked: parts.some(({ trackers }) => trackers > 0),
      comparedTo: lastOf(earlier),
      cover,
    },
  };
}

type Place = { readonly code: string; readonly place: number };

function materialOf(
  spec: ReleaseSpec,
  rows: readonly TallyRow[],
  { code, place, insiders }: Place & Pick<ReleaseInput, 'insiders'>,
): Material {
  const strata = countStrata(spec);
  const byStratum = new Map(rows.map((row) => [row.stratum, row]));
  const seen = Map.groupBy(
    insiders.filter(({ measured }) => hasBit(measured, place)),
    ({ insider }) => insider,
  );
  return {
    measure: measureOf(code, spec.units ?? {}),
    tallies: Array.from({ length: strata }, (_, stratum): Tally => {
      const { values = [], firms = [] } = byStratum.get(stratum) ?? {};
      return new Map(values.map((value, at) => [value, firms[at] ?? 0]));
    }),
    insiders: [...seen.values()].map((each) => {
      const counts = Array.from({ length: strata }, () => 0);
      for (const { stratum, firms } of each) counts[stratum] = (counts[stratum] ?? 0) + firms;
      return counts;
    }),
  };
}

function countHidden(measure: Measure, groups: readonly Group[], { reasons, fineness }: Pattern): HiddenOfMeasure {
  const count = (...wanted: Pattern['reasons'][number][]) =>
    groups.filter((_, at) => wanted.includes(reasons[at] ?? null)).length;
  const shown = fineness.filter((_, at) => {
    const group = groups[at];
    return group !== undefined && hasDistribution(group, measure);
  });
  return {
    measure: measure.code,
    groups: groups.length,
    few: count('empty', 'few-firms'),
    insider: count('insider'),
    uniform: count('uniform'),
    near: count('near'),
    secondary: count('secondary'),
    distributions: {
      classes: shown.filter((each) => each === 'classes').length,
      coarse: shown.filter((each) => each === 'coarse').length,
      hidden: shown.filter((each) => each === 'hidden').length,
    },
  };
}

function countFindings(measure: string, findings: readonly Finding[]): ReleaseReport['findings'] {
  return [...Map.groupBy(findings, ({ kind }) => kind)].map(([attack, found]) => ({
    measure,
    attack,
    found: found.length,
  }));
}

const shownOf = (groups: readonly Group[], { reasons }: Pattern): Group[] =>
  groups.filter((_, at) => reasons[at] === null);

/** What a release of levels shows, for others to be laid beside it. */
export function shownLevels({ spec, cells }: ReleaseDocument): ShownMeasure[] {
  const groups = groupsOf(spec);
  const byMeasure = Map.groupBy(
    cells.filter(({ firms }) => firms !== null),
    ({ measure }) => measure,
  );
  return spec.measures.map((measure, bit) => {
    const shown = new Set(byMeasure.get(measure)?.map(({ group }) => group));
    return { measure, kind: 'levels', bit, groups: groups.filter(({ key }) => shown.has(key)) };
  });
}
