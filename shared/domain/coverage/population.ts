import * as z from 'zod/mini';
import {
  type Branch,
  branches,
  branchSchema,
  counties,
  countySchema,
  sizeClasses,
  sizeClassSchema,
} from '../firm/firm-profile.ts';

/** A firm is a legal entity, a workplace an address: one firm may have several. Never compared with each other. */
export const populationUnits = ['firms', 'workplaces'] as const;
export const populationUnitSchema = z.enum(populationUnits);
export type PopulationUnit = z.infer<typeof populationUnitSchema>;

/**
 * How many there are. `branch` and `size`: null where the source has a class that lies on both sides of a border of ours;
 * they count among all of the county and among none of the branches, or sizes.
 */
export const populationCellSchema = z.strictObject({
  county: countySchema,
  branch: z.nullable(branchSchema),
  size: z.nullable(sizeClassSchema),
  number: z.int().check(z.gte(0)),
  /** What those of a class without a branch, or without a size, may be of. Any, where it is not said. */
  branches: z.optional(z.array(branchSchema)),
  sizes: z.optional(z.array(sizeClassSchema)),
  /** So many rows of the source have a number that it keeps secret; `number` is without them. */
  secretRows: z.optional(z.int().check(z.gte(1))),
});
export type PopulationCell = z.infer<typeof populationCellSchema>;

/**
 * Registers have no code for selling to industry: the codes of these branches hold many firms that do not, and parts of
 * other codes do. So nobody knows how many there are (`shared/content/firm-profile.yaml`).
 */
const unmeasuredBranches: readonly Branch[] = ['digital-and-industrial-services'];

/**
 * Why rows are not in the table: another part of the country, no industry of ours, a class of SNI of which only a part
 * is, nobody employed, a sum of other rows, or a number that the source keeps secret.
 */
export const leftOutReasons = [
  'elsewhere',
  'not-industry',
  'partly-industry',
  'nobody-employed',
  'sum',
  'secret',
] as const;
export const leftOutSchema = z.strictObject({
  why: z.enum(leftOutReasons),
  rows: z.int(),
  /** Firms or workplaces of those rows; null where the source does not say. */
  number: z.nullable(z.int()),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export type PopulationAttribute = 'county' | 'branch' | 'size';
/** A value of each attribute that a group is defined by; none for all. */
export type PopulationPlace = Readonly<Partial<Record<PopulationAttribute, string>>>;

export const isUnmeasured = ({ branch }: PopulationPlace): boolean =>
  unmeasuredBranches.some((each) => each === branch);

/** The values of an attribute that those of a cell may have. */
export function valuesOf(cell: PopulationCell, attribute: PopulationAttribute): readonly string[] {
  const own = cell[attribute];
  if (own !== null) return [own];
  if (attribute === 'branch') return cell.branches ?? branches;
  return attribute === 'size' ? (cell.sizes ?? sizeClasses) : counties;
}

const entriesOf = (place: PopulationPlace) => Object.entries(place) as [PopulationAttribute, string][];
const isIn = (cell: PopulationCell, place: PopulationPlace): boolean =>
  entriesOf(place).every(([attribute, value]) => cell[attribute] === value);
const mayBeIn = (cell: PopulationCell, place: PopulationPlace): boolean =>
  entriesOf(place).every(([attribute, value]) => valuesOf(cell, attribute).includes(value));

const sumOf = (cells: readonly PopulationCell[]): number => cells.reduce((sum, { number }) => sum + number, 0);

/** How many of the cells are surely meant; a place without attributes is all. */
export function populationOf(cells: readonly PopulationCell[], place: PopulationPlace): number {
  return sumOf(cells.filter((cell) => isIn(cell, place)));
}

/** How many there may be at a place. */
export type Counted = {
  readonly surely: number;
  /** In classes that may be of the place and of others. */
  readonly maybe: number;
  /** Of unknown number, at the place or in such classes. */
  readonly secretRows: number;
};

export function countAt(cells: readonly PopulationCell[], place: PopulationPlace): Counted {
  const near = cells.filter((cell) => mayBeIn(cell, place));
  const surely = populationOf(near, place);
  return {
    surely,
    maybe: sumOf(near) - surely,
    secretRows: near.reduce((sum, { secretRows = 0 }) => sum + secretRows, 0),
  };
}

/** The table of made-up firms beside made-up figures, of real ones beside real. */
export function populationBeside<Table extends { readonly unit: PopulationUnit; readonly isSimulated: boolean }>(
  tables: readonly Table[],
  unit: PopulationUnit,
  { isSimulated }: { readonly isSimulated: boolean },
): Table | undefined {
  return tables.find((each) => each.unit === unit && each.isSimulated === isSimulated);
}

/** The table of real firms that is used instead of one of the year, since it is of a later one. */
export function newerThan<
  Table extends { readonly unit: PopulationUnit; readonly isSimulated: boolean; readonly year: number },
>(tables: readonly Table[], { unit, year }: { readonly unit: PopulationUnit; readonly year: number }) {
  return tables.find((each) => each.unit === unit && !each.isSimulated && each.year > year);
}
