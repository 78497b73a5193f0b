import * as z from 'zod/mini';

const countSchema = z.int().check(z.gte(1), z.lte(1000));

/** A length of time as the calendar has it. */
export const periodSchema = z.union([
  z.strictObject({ days: countSchema }),
  z.strictObject({ months: countSchema }),
  z.strictObject({ years: countSchema }),
]);
export type Period = z.infer<typeof periodSchema>;

/** The least and the most days that the period can have, whenever it begins. */
export function daysIn(period: Period): { readonly least: number; readonly most: number } {
  if ('days' in period) return { least: period.days, most: period.days };
  const months = 'months' in period ? period.months : 12 * period.years;
  return { least: 28 * months, most: 31 * months };
}
