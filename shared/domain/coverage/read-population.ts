import { counties } from '../firm/firm-profile.ts';
import { findMissing, findOverlaps, type Municipalities, type TakenRow } from './check-rows.ts';
import { type LeftOut, leftOutReasons, type PopulationCell, type PopulationUnit } from './population.ts';
import type { PopulationFault } from './population-fault.ts';
import {
  type BranchCodes,
  branchesWithin,
  branchOfSni,
  isSumLabel,
  readNumber,
  readRegion,
  readSize,
  readSni,
  sizeOfInterval,
  sizesWithin,
} from './read-labels.ts';

export type PopulationFile = {
  /** Years that the file has, the newest first. */
  readonly years: readonly number[];
  /** What the file says that it counts; null where it does not say. */
  readonly unit: PopulationUnit | null;
  /** Of the chosen year. */
  readonly cells: readonly PopulationCell[];
  readonly leftOut: readonly LeftOut[];
  readonly faults: readonly PopulationFault[];
};

type Columns = {
  readonly headings: number;
  readonly region: number;
  readonly industry: number;
  readonly size: number;
  readonly years: ReadonlyMap<number, number>;
  readonly yearColumn: number | null;
};

const yearIn = (text: string): number | null => {
  const found = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

type ReadBy = {
  readonly branches: BranchCodes;
  readonly municipalities: Municipalities;
  readonly year: number | null;
};

/**
 * A table of firms or workplaces by region, industry (SNI 2007) and size class, as Statistics Sweden's database gives it
 * out: one row of headings, a column for each of the three, and a column for each year or one for the year and one for
 * the number. Names that are written only once hold for the rows below. `year`: null for the newest. (SCB, Företags-
 * databasen; strategy, R50.)
 */
export function readPopulation(
  rows: readonly (readonly string[])[],
  { branches, municipalities, year }: ReadBy,
): PopulationFile {
  const columns = findColumns(rows);
  const unit = guessUnit(rows, columns?.headings ?? 0);
  const without = (code: PopulationFault['code']): PopulationFile => ({
    years: [],
    unit,
    cells: [],
    leftOut: [],
    faults: [{ code, row: null, text: '' }],
  });
  if (columns === null) return without('no-headings');
  const all = listRows(rows, columns);
  const years = [...new Set(all.flatMap((each) => each.year ?? []))].toSorted((one, other) => other - one);
  const chosen = year ?? years[0];
  if (chosen === undefined)
    return without(columns.yearColumn === null && columns.years.size > 0 ? 'no-numbers' : 'no-year');
  const read = all.filter((each) => each.year === chosen).map((each) => sortRow(each, branches));
  const taken = read.flatMap((each) => ('taken' in each ? [each.taken] : []));
  const inRows = [...read.flatMap((each) => ('fault' in each ? [each.fault] : [])), ...findOverlaps(taken)];
  const faults = inRows.length > 0 || taken.length === 0 ? inRows : findMissing(taken, municipalities);
  const leftOut = leftOutReasons.flatMap((why): LeftOut[] => {
    const numbers = read.flatMap((each) => (whyLeftOut(each) === why ? [numberOf(each)] : []));
    if (numbers.length === 0) return [];
    const known = numbers.filter((number) => number !== null);
    return [
      { why, rows: numbers.length, number: why === 'secret' ? null : known.reduce((sum, each) => sum + each, 0) },
    ];
  });
  const empty: PopulationFault[] =
    taken.length === 0 && faults.length === 0 ? [{ code: 'no-rows', row: null, text: '' }] : [];
  return {
    years,
    unit,
    cells: faults.length > 0 ? [] : gather(taken),
    leftOut,
    faults: [...faults, ...empty],
  };
}

function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  for (const [headings, row] of rows.entries()) {
    const at = (pattern: RegExp): number => row.findIndex((cell) => pattern.test(cell.trim()));
    const [region, industry, size] = [at(/^(region|län|kommun)/i), at(/^(näringsgren|sni|bransch)/i), at(/^storlek/i)];
    if (region < 0 || industry < 0 || size < 0) continue;
    const found = at(/^(år|tid|year)$/i);
    const yearColumn = found < 0 ? null : found;
    const others = [...row.entries()].filter(([column]) => ![region, industry, size, found].includes(column));
    return { headings, region, industry, size, yearColumn, years: yearsOf(others, yearColumn !== null) };
  }
  return null;
}

/** The columns with numbers: each of a year, or one where the year stands in its own. */
function yearsOf(others: readonly (readonly [number, string])[], hasYearColumn: boolean): Map<number, number> {
  if (hasYearColumn) {
    const column = others.find(([, heading]) => heading.trim() !== '')?.[0];
    return new Map(column === undefined ? [] : [[column, 0]]);
  }
  return new Map(
    others.flatMap(([column, heading]): [number, number][] => {
      const year = yearIn(heading);
      return year === null ? [] : [[column, year]];
    }),
  );
}

function guessUnit(rows: readonly (readonly string[])[], headings: number): PopulationUnit | null {
  const text = rows
    .slice(0, headings + 1)
    .flat()
    .join(' ')
    .toLowerCase();
  const [workplaces, firms] = [text.includes('arbetsställe'), text.includes('företag')];
  if (workplaces === firms) return null;
  return workplaces ? 'workplaces' : 'firms';
}

type RawRow = {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly year: number | null;
  readonly region: string;
  readonly industry: string;
  readonly size: string;
  readonly number: string;
};

function listRows(rows: readonly (readonly string[])[], columns: Columns): RawRow[] {
  let last = { region: '', industry: '', size: '' };
  let lastYear: number | null = null;
  return rows.flatMap((cells, index): RawRow[] => {
    if (index <= columns.headings) return [];
    const [first] = columns.years.keys();
    const isFilled = [...columns.years.keys()].some((column) => (cells[column] ?? '').trim() !== '');
    // Below the table the source writes notes.
    if (first === undefined || !isFilled) return [];
    const cell = (column: number, before: string) => (cells[column] ?? '').trim() || before;
    last = {
      region: cell(columns.region, last.region),
      industry: cell(columns.industry, last.industry),
      size: cell(columns.size, last.size),
    };
    if (columns.yearColumn !== null) lastYear = yearIn(cells[columns.yearColumn] ?? '') ?? lastYear;
    const ofRow = lastYear;
    return [...columns.years].map(([column, year]) => ({
      ...last,
      row: index + 1,
      year: columns.yearColumn === null ? year : ofRow,
      number: cells[column] ?? '',
    }));
  });
}

type Sorted =
  | { readonly taken: TakenRow }
  | { readonly fault: PopulationFault }
  | { readonly why: LeftOut['why']; readonly number: number | null };

function sortRow({ row, region, industry, size, number }: RawRow, branches: BranchCodes): Sorted {
  const value = readNumber(number);
  if (value === 'faulty') return { fault: { code: 'faulty-number', row, text: number } };
  const place = readRegion(region);
  const sni = readSni(industry);
  const interval = readSize(size);
  const faults = [
    place === null && !isSumLabel(region) && (['unknown-region', region] as const),
    sni === null && !isSumLabel(industry) && (['unknown-industry', industry] as const),
    interval === null && !isSumLabel(size) && (['unknown-size', size] as const),
  ].find((each) => each !== false);
  if (faults !== undefined) return { fault: { code: faults[0], row, text: faults[1] } };
  if (place === null || sni === null || interval === null) return { why: 'sum', number: value };
  const county = counties.find((each) => place.code.startsWith(each));
  if (county === undefined) return { why: 'elsewhere', number: value };
  const branch = branchOfSni(sni, branches);
  if (branch === 'none') return { why: 'not-industry', number: value };
  if (branch === 'part') return { why: 'partly-industry', number: value };
  const sizeClass = sizeOfInterval(interval);
  if (sizeClass === 'none') return { why: 'nobody-employed', number: value };
  const cell: PopulationCell = {
    county,
    ...(branch === 'several' ? { branch: null, branches: branchesWithin(sni, branches) } : { branch }),
    ...(sizeClass === 'several' ? { size: null, sizes: sizesWithin(interval) } : { size: sizeClass }),
    number: value ?? 0,
    ...(value === null ? { secretRows: 1 } : {}),
  };
  return { taken: { row, region: place.code, sni, ...interval, cell } };
}

/** A secret number is both: its row is there, and what it counts is left out. */
function whyLeftOut(sorted: Sorted): LeftOut['why'] | null {
  if ('why' in sorted) return sorted.why;
  return 'taken' in sorted && sorted.taken.cell.secretRows !== undefined ? 'secret' : null;
}
const numberOf = (sorted: Sorted): number | null => ('why' in sorted ? sorted.number : null);

function gather(taken: readonly TakenRow[]): PopulationCell[] {
  const keyOf = ({ county, branch, size, branches = [], sizes = [] }: PopulationCell) =>
    [county, branch ?? '', size ?? '', ...branches, ...sizes].join(' ');
  const byPlace = Map.groupBy(taken, ({ cell }) => keyOf(cell));
  return [...byPlace.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all;
      if (first === undefined) return [];
      const secretRows = all.reduce((sum, { cell }) => sum + (cell.secretRows ?? 0), 0);
      return [
        {
          ...first.cell,
          number: all.reduce((sum, { cell }) => sum + cell.number, 0),
          ...(secretRows > 0 ? { secretRows } : {}),
        },
      ];
    });
}
