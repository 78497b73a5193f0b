import { groupKey } from '../benchmark/frame.ts';
import type { ReleaseDocument } from '../benchmark/release.ts';
import { countAt, isUnmeasured, type PopulationCell, populationOf, valuesOf } from './population.ts';

export const coverageAttributes = ['county', 'branch', 'size'] as const;
export type CoverageAttribute = (typeof coverageAttributes)[number];

/**
 * Why it can not be said how many of a group there are: a class of the source may be of the group and of others; no code
 * stands for the branch; all its numbers are secret; the source has nobody there, though somebody has answered.
 */
export const untoldReasons = ['not-told-apart', 'no-measure', 'secret', 'not-in-source'] as const;
export type UntoldReason = (typeof untoldReasons)[number];

/** How far a group has answered. Per cent; null where the release hides the group, or it can not be said. */
export type CoverageRow = {
  /** Of the attribute; null for all firms. */
  readonly value: string | null;
  /** Firms that have answered, to the nearest step of the release. */
  readonly answered: number | null;
  /** So many there are at least, */
  readonly population: number;
  /** and at most; null where the source keeps a number secret. */
  readonly most: number | null;
  /** Why nothing is said of the share that has answered. */
  readonly untold: UntoldReason | null;
  /** Of the population, those that have answered; at most so many where there may be more firms. */
  readonly reached: number | null;
  /** Of those that have answered, and of the firms there are, in all groups that can be compared. */
  readonly shareOfAnswers: number | null;
  readonly shareOfPopulation: number | null;
};

export type Coverage = {
  readonly all: CoverageRow;
  readonly rows: readonly CoverageRow[];
  /** The groups that can be compared, taken together; null where they are all groups, or fewer than two. */
  readonly compared: Pick<CoverageRow, 'answered' | 'population' | 'most' | 'reached'> | null;
  /** In the population, and in none of the groups, since the source does not tell them apart. */
  readonly unplaced: number;
  /** Not in the population, since the source does not tell them apart from firms that the release does not count. */
  readonly across: number;
  /**
   * Per cent of the answers that would have to lie in other groups for them to be spread as the population is, of those
   * groups that can be compared (index of dissimilarity; Duncan and Duncan, 1955). Null while one of them is hidden.
   */
  readonly dissimilarity: number | null;
};

type Counting = Pick<ReleaseDocument['spec'], 'population'>;

/** Of no release that counts small and medium-sized firms. */
export const isLarge = (size: string): boolean => size === '250-plus';

/** The cells that a release could have reached: without large firms where it counts none. */
export function reachableCells(cells: readonly PopulationCell[], { population }: Counting): PopulationCell[] {
  return population === 'all' ? [...cells] : cells.filter((cell) => !valuesOf(cell, 'size').some(isLarge));
}

/** Firms of the source that are surely too large for what the release counts. */
export function largeFirms(cells: readonly PopulationCell[], { population }: Counting): number {
  if (population === 'all') return 0;
  return populationOf(
    cells.filter((cell) => valuesOf(cell, 'size').every(isLarge)),
    {},
  );
}

/** Cells of classes with firms that the release counts and firms that it does not. */
export function cellsAcross(cells: readonly PopulationCell[], { population }: Counting): PopulationCell[] {
  if (population === 'all') return [];
  return cells.filter((cell) => {
    const sizes = valuesOf(cell, 'size');
    return sizes.some(isLarge) && !sizes.every(isLarge);
  });
}

/** Firms of a group that have answered: of the measure that most have. Null where every measure hides the group. */
export function answeredOf({ cells }: Pick<ReleaseDocument, 'cells'>, group: string): number | null {
  const known = cells.flatMap((cell) => (cell.group === group && cell.firms !== null ? [cell.firms] : []));
  return known.length === 0 ? null : Math.max(...known);
}

const percentOf = (part: number | null, whole: number): number | null =>
  part === null || whole === 0 ? null : (part / whole) * 100;

type Row = Omit<CoverageRow, 'shareOfAnswers' | 'shareOfPopulation'>;

/** What can be said of a group by itself. */
function rowOf(
  attribute: CoverageAttribute,
  value: string | null,
  { answered, cells, across }: { answered: number | null; cells: PopulationCell[]; across: PopulationCell[] },
): Row {
  const place = value === null ? {} : { [attribute]: value };
  // A size that a class across the limit may be of is a group that the source does not tell apart, as any other.
  const within = countAt('size' in place ? [...cells, ...across] : cells, place);
  const beside = countAt('size' in place ? [] : across, place);
  const { surely, maybe } = within;
  const isSecret = within.secretRows + beside.secretRows > 0;
  const untold = reasonOf({ isUnmeasured: isUnmeasured(place), apart: maybe, there: surely, isSecret, answered });
  return {
    value,
    answered,
    population: surely,
    most: isSecret ? null : surely + maybe + beside.surely + beside.maybe,
    untold,
    reached: untold === null ? percentOf(answered, surely) : null,
  };
}

type Known = { isUnmeasured: boolean; apart: number; there: number; isSecret: boolean; answered: number | null };

function reasonOf({ isUnmeasured: isWithoutCode, apart, there, isSecret, answered }: Known): UntoldReason | null {
  if (isWithoutCode) return 'no-measure';
  if (apart > 0) return 'not-told-apart';
  if (there > 0) return null;
  if (isSecret) return 'secret';
  return answered === null ? null : 'not-in-source';
}

/** Shares are of groups whose number is known: elsewhere what is missing would look like unevenness. */
const isPlaced = ({ untold, most, population }: Row): boolean => untold === null && most !== null && population > 0;

/**
 * How far the firms of a release cover a population by one attribute, from what is published alone, and never more surely
 * than the source can tell. More than 100 per cent is possible: the source counts at another time, and numbers of firms
 * are rounded. (Strategy, R50.)
 */
export function coverageBy(
  attribute: CoverageAttribute,
  document: Pick<ReleaseDocument, 'spec' | 'cells'>,
  population: readonly PopulationCell[],
): Coverage {
  const [cells, across] = [reachableCells(population, document.spec), cellsAcross(population, document.spec)];
  const read = (value: string | null): Row => {
    const answered = answeredOf(document, groupKey(value === null ? {} : { [attribute]: value }));
    return rowOf(attribute, value, { answered, cells, across });
  };
  const values = (document.spec.attributes.find(({ code }) => code === attribute)?.values ?? []).filter(
    (each) => document.spec.population === 'all' || !isLarge(each),
  );
  const rows = values.map(read).filter(({ answered, most }) => answered !== null || most !== 0);
  const placed = rows.filter(isPlaced);
  const compared = placed.filter(({ answered }) => answered !== null);
  const answers = compared.reduce((sum, { answered }) => sum + (answered ?? 0), 0);
  const there = compared.reduce((sum, row) => sum + row.population, 0);
  const withShares = (row: Row): CoverageRow => {
    const isCompared = compared.includes(row) && compared.length > 1;
    return {
      ...row,
      shareOfAnswers: isCompared ? percentOf(row.answered, answers) : null,
      shareOfPopulation: isCompared ? percentOf(row.population, there) : null,
    };
  };
  const shared = rows.map(withShares);
  const isWhole = compared.length === rows.length;
  const wholeShare = isWhole && rows.length > 1 ? 100 : null;
  const most = compared.reduce((sum, row) => sum + (row.most ?? 0), 0);
  const together = { answered: answers, population: there, most, reached: percentOf(answers, there) };
  return {
    all: { ...read(null), shareOfAnswers: wholeShare, shareOfPopulation: wholeShare },
    rows: shared,
    compared: isWhole || compared.length < 2 ? null : together,
    unplaced: populationOf(
      cells.filter((cell) => cell[attribute] === null),
      {},
    ),
    across: populationOf(across, {}),
    dissimilarity: compared.length === placed.length && compared.length > 1 ? apartOf(shared) : null,
  };
}

const farFrom = ({ shareOfAnswers, shareOfPopulation }: CoverageRow): number =>
  Math.abs((shareOfAnswers ?? 0) - (shareOfPopulation ?? 0));

const apartOf = (rows: readonly CoverageRow[]): number => rows.reduce((sum, row) => sum + farFrom(row), 0) / 2;

/** By how much the answers are spread otherwise than the firms. */
export type Spread = {
  readonly dissimilarity: number;
  /** The group that shows it most. */
  readonly most: CoverageRow;
  /** Whether shares are of all groups; else of those that can be compared alone, which is to be said with them. */
  readonly isOfAll: boolean;
};

/** Null where it cannot be said. */
export function tellSpread({ rows, dissimilarity, compared }: Coverage): Spread | null {
  const [most] = rows.toSorted((one, other) => farFrom(other) - farFrom(one));
  return dissimilarity === null || most === undefined ? null : { dissimilarity, most, isOfAll: compared === null };
}
