import { expect, test } from 'vitest';
import { timeLeft } from '#client/src/features/advising/time-left.ts';

/** Noon where the reader is. */
const now = new Date(2026, 1, 3, 12, 0);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 1, day, hour, minute).toISOString();

test.each([
  ['later today', at(3, 23, 59), { isOverdue: false, days: 0 }],
  ['tomorrow, in less than a day', at(4, 8), { isOverdue: false, days: 1 }],
  ['in five days, in another week', at(8, 18), { isOverdue: false, days: 5 }],
  ['at this very moment', at(3, 12), { isOverdue: false, days: 0 }],
  ['earlier today', at(3, 11, 59), { isOverdue: true, days: 0 }],
  ['yesterday, less than a day ago', at(2, 18), { isOverdue: true, days: 1 }],
  ['last month', new Date(2026, 0, 31, 9).toISOString(), { isOverdue: true, days: 3 }],
])('counts calendar days to %s', (_when, dueAt, expected) => {
  expect(timeLeft(dueAt, now)).toEqual(expected);
});

test('counts a day as one also where the clock is put forward in it', () => {
  expect(timeLeft(new Date(2026, 2, 30, 1).toISOString(), new Date(2026, 2, 28, 23))).toEqual({
    isOverdue: false,
    days: 2,
  });
});
