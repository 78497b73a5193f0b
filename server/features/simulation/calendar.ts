import { weekdayAfter } from '#shared/domain/referral/weekday-after.ts';

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const saturday = 6;

export function addHours(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * hourMs);
}

export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * dayMs);
}

/** The moment so many weekdays later; on a weekend, none later is the Monday after. */
export function addWeekdays(moment: Date, weekdays: number): Date {
  const isWeekend = moment.getUTCDay() % saturday === 0;
  return new Date(weekdayAfter(moment.getTime(), isWeekend ? Math.max(1, weekdays) : weekdays));
}
