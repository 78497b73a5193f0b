import { describe, expect, test } from 'vitest';
import { daysIn, periodSchema } from '#shared/domain/retention/period.ts';

describe('a period', () => {
  test.each([{}, { days: 0 }, { days: 1.5 }, { months: -1 }, { weeks: 2 }, { days: 1, months: 1 }])(
    'is none when it is %j',
    (period) => {
      expect(periodSchema.safeParse(period).success).toBe(false);
    },
  );

  test.each([
    [{ days: 30 }, 30, 30],
    [{ months: 1 }, 28, 31],
    [{ years: 1 }, 336, 372],
  ])('of %j has at least %i days and at most %i', (period, least, most) => {
    expect(daysIn(period)).toEqual({ least, most });
  });
});
