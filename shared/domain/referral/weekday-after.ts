const dayMs = 86_400_000;
/** 1970 began on a Thursday; 0 is Sunday, 6 Saturday. */
const weekdayOfDayZero = 4;
const daysOfWeek = 7;
const saturday = 6;

const isWeekend = (momentMs: number): boolean => {
  const weekday = (Math.floor(momentMs / dayMs) + weekdayOfDayZero) % daysOfWeek;
  return weekday === 0 || weekday === saturday;
};

/**
 * The moment so many weekdays later, both in milliseconds since 1970 in UTC; public holidays are not known. None later
 * gives the moment itself.
 */
export function weekdayAfter(momentMs: number, weekdays: number): number {
  let day = momentMs;
  let left = weekdays;
  while (left > 0) {
    day += dayMs;
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}
