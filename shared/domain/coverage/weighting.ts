import * as z from 'zod/mini';
import { groupKey } from '../benchmark/frame.ts';
import type { ReleaseDocument } from '../benchmark/release.ts';
import { reachableCells } from './coverage.ts';
import { type PopulationCell, populationOf } from './population.ts';

/** When a weighted mean may stand beside the unweighted one. Data with a version. */
export const coverageRulesSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Groups that are shown hold so much of the population at least: of the others nothing is known. */
  leastReachedPercent: z.number().check(z.gt(50), z.lte(100)),
  /** An answer of one group counts at most so many times as much as one of another. */
  mostWeightRatio: z.number().check(z.gte(1), z.lte(100)),
  /** Below so many firms in all a population is too small, or too badly known, to be weighted to. */
  leastPopulation: z.int().check(z.gte(1)),
});
export type CoverageRules = z.infer<typeof coverageRulesSchema>;

export const weightingBlocks = ['not-divided', 'no-mean', 'too-small', 'too-much-hidden', 'too-uneven'] as const;
export type WeightingBlock = (typeof weightingBlocks)[number];

export type Weighted = {
  readonly kind: 'weighted';
  /** On the scale of the measure. */
  readonly mean: number;
  /** As it is published, without weights. */
  readonly unweighted: number;
  /** The most that an answer counts beside the least. */
  readonly ratio: number;
  /** Answers that an even sample would need to be as sure: n / (1 + cv²) of the weights (Kish, 1965). */
  readonly effective: number;
  readonly answered: number;
};
export type Weighting = Weighted | { readonly kind: 'not-defensible'; readonly why: WeightingBlock };

/**
 * The mean of a measure over all firms as it would be if each group had answered as much as it is large (post-
 * stratification; Holt and Smith, JRSS A 142, 1979), from published means alone, so within half a tenth of a level. It
 * mends that groups have answered unevenly and nothing else: within a group those that answer may still differ from
 * those that do not. Not given where it can not be defended, with why. `attributes`: what the groups are divided by, one
 * breakdown of the release.
 */
export function weightMean(
  measure: string,
  attributes: readonly string[],
  {
    document,
    population,
  }: {
    readonly document: Pick<ReleaseDocument, 'spec' | 'cells'>;
    readonly population: readonly PopulationCell[];
  },
  rules: CoverageRules,
): Weighting {
  const not = (why: WeightingBlock): Weighting => ({ kind: 'not-defensible', why });
  const isDivided = document.spec.breakdowns.some((codes) => codes.join('&') === attributes.join('&'));
  if (!isDivided || attributes.length === 0) return not('not-divided');
  const shown = new Map(
    document.cells.filter((cell) => cell.measure === measure).map((cell) => [cell.group, cell] as const),
  );
  const unweighted = shown.get(groupKey({}))?.mean ?? null;
  if (unweighted === null) return not('no-mean');
  const cells = reachableCells(population, document.spec);
  const total = populationOf(cells, {});
  if (total < rules.leastPopulation) return not('too-small');
  const groups = placesOf(attributes, document.spec.attributes).flatMap((place) => {
    const cell = shown.get(groupKey(place));
    const there = populationOf(cells, place);
    if (cell === undefined || cell.firms === null || cell.mean === null || cell.firms === 0 || there === 0) return [];
    return [{ there, answered: cell.firms, mean: cell.mean }];
  });
  const reached = groups.reduce((sum, { there }) => sum + there, 0);
  if (reached * 100 < rules.leastReachedPercent * total) return not('too-much-hidden');
  const weights = groups.map(({ there, answered }) => there / answered);
  const ratio = Math.max(...weights) / Math.min(...weights);
  if (ratio > rules.mostWeightRatio) return not('too-uneven');
  const answered = groups.reduce((sum, each) => sum + each.answered, 0);
  const squares = groups.reduce((sum, each) => sum + each.there ** 2 / each.answered, 0);
  return {
    kind: 'weighted',
    mean: groups.reduce((sum, { there, mean }) => sum + (there / reached) * mean, 0),
    unweighted,
    ratio,
    effective: reached ** 2 / squares,
    answered,
  };
}

function placesOf(
  codes: readonly string[],
  attributes: ReleaseDocument['spec']['attributes'],
): Record<string, string>[] {
  return codes.reduce<Record<string, string>[]>(
    (places, code) =>
      places.flatMap((place) =>
        (attributes.find((each) => each.code === code)?.values ?? []).map((value) => ({ ...place, [code]: value })),
      ),
    [{}],
  );
}
