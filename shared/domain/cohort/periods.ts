import type { PeriodOfDays } from './problem.ts';

/** Whether the periods have a day in common. Days written as the calendar has them sort as text. */
export const overlap = (one: PeriodOfDays, other: PeriodOfDays): boolean =>
  one.from <= other.to && other.from <= one.to;
