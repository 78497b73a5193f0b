import * as z from 'zod/mini';
import { groupKey } from '../benchmark/frame.ts';
import type { ReleaseDocument } from '../benchmark/release.ts';
import { cellsAcross, reachableCells } from './coverage.ts';
import { type Counted, countAt, isUnmeasured, type PopulationCell, type PopulationPlace } from './population.ts';

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

/**
 * `secret`: the source keeps a number secret, so that nobody knows what the whole is. `no-measure`, `not-told-apart`,
 * `not-in-source`: it can not be said how many firms there are of a group that is shown, or the source has none.
 */
export const weightingBlocks = [
  'not-divided',
  'no-mean',
  'too-small',
  'secret',
  'no-measure',
  'not-told-apart',
  'not-in-source',
  'too-much-hidden',
  'too-uneven',
] as const;
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
  const whole = countAt(cells, {});
  if (whole.surely < rules.leastPopulation) return not('too-small');
  const cellsBeside = cellsAcross(population, document.spec);
  const across = countAt(cellsBeside, {});
  if (whole.secretRows + across.secretRows > 0) return not('secret');
  const places = placesOf(attributes, document.spec.attributes).map((place): GroupThere => {
    const { firms = null, mean = null } = shown.get(groupKey(place)) ?? {};
    const isShown = firms !== null && firms > 0 && mean !== null;
    const there = countAt('size' in place ? [...cells, ...cellsBeside] : cells, place);
    return { place, there, shown: isShown ? { answered: firms, mean } : null };
  });
  const unknown = findUnknown(places);
  if (unknown !== null) return not(unknown);
  const groups = places.flatMap(({ there, shown: own }) => (own === null ? [] : [{ ...own, there: there.surely }]));
  const reached = groups.reduce((sum, { there }) => sum + there, 0);
  const total = whole.surely + across.surely;
  if (reached * 100 < rules.leastReachedPercent * total) {
    const hidden = places.reduce((sum, { there, shown: own }) => sum + (own === null ? there.surely : 0), 0);
    return not(hidden * 2 < total - reached ? 'not-told-apart' : 'too-much-hidden');
  }
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

type GroupThere = {
  readonly place: PopulationPlace;
  readonly there: Counted;
  readonly shown: { readonly answered: number; readonly mean: number } | null;
};

/** A group that can not be given its weight: without it the mean would be of others than it says. */
function findUnknown(groups: readonly GroupThere[]): WeightingBlock | null {
  // Hidden or not: nobody knows how much of the whole it is.
  if (groups.some(({ place }) => isUnmeasured(place))) return 'no-measure';
  const shown = groups.filter((group) => group.shown !== null);
  if (shown.some(({ there }) => there.maybe > 0)) return 'not-told-apart';
  return shown.some(({ there }) => there.surely === 0) ? 'not-in-source' : null;
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
