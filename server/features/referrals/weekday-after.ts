const dayMs = 86_400_000;
const saturday = 6;

/** The day that is so many weekdays later, in UTC; public holidays are not known. */
export function weekdayAfter(moment: Date, weekdays: number): Date {
  let day = moment;
  let left = weekdays;
  while (left > 0) {
    day = new Date(day.getTime() + dayMs);
    if (day.getUTCDay() % saturday !== 0) left -= 1;
  }
  return day;
}
