import { weekdayAfter } from '../referral/weekday-after.ts';

/** Within how many weekdays it came, counted as the target is; both in milliseconds since 1970 in UTC. */
export function weekdaysTaken(askedMs: number, answeredMs: number): number {
  let weekdays = 0;
  for (let due = askedMs; due < answeredMs; due = weekdayAfter(due, 1)) weekdays += 1;
  return weekdays;
}

/** How many weekdays have passed without it; none on the first. */
export function weekdaysWaited(askedMs: number, nowMs: number): number {
  let weekdays = 0;
  for (let due = weekdayAfter(askedMs, 1); due <= nowMs; due = weekdayAfter(due, 1)) weekdays += 1;
  return weekdays;
}
