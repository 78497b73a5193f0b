import { weekdayAfter } from './weekday-after.ts';

/** How many weekdays a provider has to answer a request. No source sets a target: this is a proposal. */
export const answerWithinWeekdays = 3;

/** Until when a request should be answered that was made then, both in milliseconds since 1970 in UTC. */
export function answerDueMs(askedMs: number): number {
  return weekdayAfter(askedMs, answerWithinWeekdays);
}
