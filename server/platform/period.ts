import type { Period } from '#shared/domain/retention/period.ts';

const dayMs = 86_400_000;

function monthsFrom(moment: Date, months: number): Date {
  const moved = new Date(moment);
  moved.setUTCMonth(moment.getUTCMonth() + months);
  // Where the month has no such day, setUTCMonth runs on into the next one; day 0 is the last of the month before.
  if (moved.getUTCDate() !== moment.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

function move(moment: Date, period: Period, direction: 1 | -1): Date {
  if ('days' in period) return new Date(moment.getTime() + direction * period.days * dayMs);
  return monthsFrom(moment, direction * ('months' in period ? period.months : 12 * period.years));
}

/** The moment so long before, in UTC. Where the month has no such day it is the month's last: a month before 31 March is 28 February. */
export function periodBefore(moment: Date, period: Period): Date {
  return move(moment, period, -1);
}

/** The moment so long after, in UTC. A month after 31 January is 28 February. */
export function periodAfter(moment: Date, period: Period): Date {
  return move(moment, period, 1);
}
