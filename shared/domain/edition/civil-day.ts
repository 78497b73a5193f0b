const daysOfMonthBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const february = 2;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Leap days from the year 1 up to the beginning of the year. */
const leapDaysBefore = (year: number): number => {
  const before = year - 1;
  return Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
};

/** How many days the date lies after the last of the year 0, by the calendar of today. `day`: ISO date that exists. */
export function dayNumber(day: string): number {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const leapDay = month > february && isLeap(year) ? 1 : 0;
  return 365 * (year - 1) + leapDaysBefore(year) + (daysOfMonthBefore[month - 1] ?? 0) + leapDay + date;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The ISO date of that number; the other way round than `dayNumber`. */
export function dayOfNumber(number: number): string {
  let year = Math.floor(number / 365.2425) + 1;
  while (dayNumber(`${year}-01-01`) > number) year -= 1;
  while (dayNumber(`${year + 1}-01-01`) <= number) year += 1;
  const text = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
  let month = daysOfMonthBefore.length;
  while (dayNumber(text(month, 1)) > number) month -= 1;
  return text(month, number - dayNumber(text(month, 1)) + 1);
}

/** So many days later, or earlier; both ISO dates. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** 1 is Monday, 7 Sunday. The first day of the calendar, in the year 1, was a Monday. */
export function weekdayOf(day: string): number {
  return ((dayNumber(day) - 1) % 7) + 1;
}
