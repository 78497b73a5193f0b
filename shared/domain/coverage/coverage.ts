import { groupKey } from '../benchmark/frame.ts';
import type { ReleaseDocument } from '../benchmark/release.ts';
import { type PopulationCell, populationOf } from './population.ts';

export const coverageAttributes = ['county', 'branch', 'size'] as const;
export type CoverageAttribute = (typeof coverageAttributes)[number];

/** How far a group has answered. Per cent; null where the release hides the group, or there is nobody to reach. */
export type CoverageRow = {
  /** Of the attribute; null for all firms. */
  readonly value: string | null;
  /** Firms that have answered, to the nearest step of the release. */
  readonly answered: number | null;
  readonly population: number;
  /** Of the population, those that have answered. */
  readonly reached: number | null;
  /** Of all that have answered, those of the group, and of all there are. */
  readonly shareOfAnswers: number | null;
  readonly shareOfPopulation: number | null;
};

export type Coverage = {
  readonly all: CoverageRow;
  readonly rows: readonly CoverageRow[];
  /** In the population, and in none of the groups, since the source does not tell them apart. */
  readonly unplaced: number;
  /**
   * Per cent of the answers that would have to lie in other groups for them to be spread as the population is (index of
   * dissimilarity; Duncan and Duncan, 1955). Null while a group is hidden.
   */
  readonly dissimilarity: number | null;
};

/** The cells that a release could have reached: without large firms where it counts none. */
export function reachableCells(
  cells: readonly PopulationCell[],
  { population }: Pick<ReleaseDocument['spec'], 'population'>,
): PopulationCell[] {
  return population === 'all' ? [...cells] : cells.filter(({ size }) => size !== null && size !== '250-plus');
}

/** Firms of a group that have answered: of the measure that most have. Null where every measure hides the group. */
export function answeredOf({ cells }: Pick<ReleaseDocument, 'cells'>, group: string): number | null {
  const known = cells.flatMap((cell) => (cell.group === group && cell.firms !== null ? [cell.firms] : []));
  return known.length === 0 ? null : Math.max(...known);
}

const percentOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : (part / whole) * 100;

/**
 * How far the firms of a release cover a population by one attribute, from what is published alone. More than 100 per
 * cent is possible: the source counts at another time, and numbers of firms are rounded. (Strategy, R50.)
 */
export function coverageBy(
  attribute: CoverageAttribute,
  document: Pick<ReleaseDocument, 'spec' | 'cells'>,
  population: readonly PopulationCell[],
): Coverage {
  const cells = reachableCells(population, document.spec);
  const values = document.spec.attributes.find(({ code }) => code === attribute)?.values ?? [];
  const total = populationOf(cells, {});
  const answered = answeredOf(document, groupKey({}));
  const rowOf = (value: string | null): CoverageRow => {
    const place = value === null ? {} : { [attribute]: value };
    const [own, there] = [answeredOf(document, groupKey(place)), populationOf(cells, place)];
    return {
      value,
      answered: own,
      population: there,
      reached: percentOf(own, there),
      shareOfAnswers: percentOf(own, answered),
      shareOfPopulation: percentOf(there, total),
    };
  };
  const rows = values.map(rowOf).filter(({ answered: own, population: there }) => own !== null || there > 0);
  const apart = rows.map(({ shareOfAnswers, shareOfPopulation }) =>
    shareOfAnswers === null || shareOfPopulation === null ? null : Math.abs(shareOfAnswers - shareOfPopulation),
  );
  return {
    all: rowOf(null),
    rows,
    unplaced: total - rows.reduce((sum, row) => sum + row.population, 0),
    dissimilarity: apart.includes(null) ? null : apart.reduce<number>((sum, each) => sum + (each ?? 0), 0) / 2,
  };
}
