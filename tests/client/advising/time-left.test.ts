import { expect, test } from 'vitest';
import { timeLeft } from '#client/src/features/advising/time-left.ts';

/** A moment in Sweden, in winter. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`).toISOString();
const now = new Date(at('2026-02-03', '12:00'));

test.each([
  ['later today', at('2026-02-03', '23:59'), { isOverdue: false, days: 0 }],
  ['tomorrow, in less than a day', at('2026-02-04', '08:00'), { isOverdue: false, days: 1 }],
  [
    'just past midnight, when it is still today by universal time',
    at('2026-02-04', '00:30'),
    { isOverdue: false, days: 1 },
  ],
  ['in five days, in another week', at('2026-02-08', '18:00'), { isOverdue: false, days: 5 }],
  ['at this very moment', at('2026-02-03', '12:00'), { isOverdue: false, days: 0 }],
  ['earlier today', at('2026-02-03', '11:59'), { isOverdue: true, days: 0 }],
  ['yesterday, less than a day ago', at('2026-02-02', '18:00'), { isOverdue: true, days: 1 }],
  ['last month', at('2026-01-31', '09:00'), { isOverdue: true, days: 3 }],
])('counts the days of Sweden to %s', (_when, dueAt, expected) => {
  expect(timeLeft(dueAt, now)).toEqual(expected);
});

test('counts a day as one also where the clock is put forward in it', () => {
  const before = new Date('2026-03-28T23:00:00+01:00');
  expect(timeLeft('2026-03-29T23:00:00.000Z', before)).toEqual({ isOverdue: false, days: 2 });
});
