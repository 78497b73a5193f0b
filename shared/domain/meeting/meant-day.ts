/** Meetings and what is agreed in them lie between these, both included: outside them a year is mistyped. */
export const earliestDay = '2000-01-01';
export const latestDay = '2099-12-31';

/** Whether somebody can have meant the day: `2026-11-26`, of a year with neither too many digits nor too few. */
export const isMeantDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= earliestDay && day <= latestDay;

/** A meeting is planned for today or later. Days as `2026-11-26`, both of Sweden. */
export const hasDayPassed = (day: string, today: string): boolean => day < today;

/** What the server says of a plan for a day that has been. */
export const dayHasPassed = 'day-has-passed';
