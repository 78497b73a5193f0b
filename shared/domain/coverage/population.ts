import * as z from 'zod/mini';
import { branchSchema, countySchema, sizeClassSchema } from '../firm/firm-profile.ts';

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
});
export type PopulationCell = z.infer<typeof populationCellSchema>;

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

const plus = (one: number, { number }: PopulationCell): number => one + number;

/** How many of the cells are meant; a place without attributes is all. */
export function populationOf(
  cells: readonly PopulationCell[],
  place: Readonly<Partial<Record<'county' | 'branch' | 'size', string>>>,
): number {
  return cells
    .filter(
      (cell) =>
        (place.county === undefined || cell.county === place.county) &&
        (place.branch === undefined || cell.branch === place.branch) &&
        (place.size === undefined || cell.size === place.size),
    )
    .reduce(plus, 0);
}
