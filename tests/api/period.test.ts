import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodAfter, periodBefore } from '#server/platform/period.ts';
import type { Period } from '#shared/domain/retention/period.ts';

const at = (text: string) => new Date(`${text}T10:20:30.456Z`);

describe('a period', () => {
  test.each<[string, Period, string]>([
    ['2026-03-01', { days: 1 }, '2026-02-28'],
    ['2026-03-31', { days: 30 }, '2026-03-01'],
    ['2026-03-31', { months: 1 }, '2026-02-28'],
    ['2028-03-31', { months: 1 }, '2028-02-29'],
    ['2026-01-15', { months: 1 }, '2025-12-15'],
    ['2026-05-31', { months: 12 }, '2025-05-31'],
    ['2026-11-25', { months: 24 }, '2024-11-25'],
    ['2028-02-29', { years: 1 }, '2027-02-28'],
    ['2026-11-25', { years: 5 }, '2021-11-25'],
  ])('before %s of %j begins on %s, at the same time of day', (day, period, expected) => {
    expect(periodBefore(at(day), period)).toEqual(at(expected));
  });

  test.each<[string, Period, string]>([
    ['2026-02-28', { days: 1 }, '2026-03-01'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2026-12-15', { months: 1 }, '2027-01-15'],
    ['2028-02-29', { years: 1 }, '2029-02-28'],
  ])('after %s of %j ends on %s', (day, period, expected) => {
    expect(periodAfter(at(day), period)).toEqual(at(expected));
  });

  test('takes nothing of the moment it is counted from', () => {
    const moment = at('2026-03-31');
    periodBefore(moment, { months: 1 });

    expect(moment).toEqual(at('2026-03-31'));
  });

  test('never runs backwards: what is later stays later, or comes to the same moment', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const period = fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 1000 }) }),
      fc.record({ months: fc.integer({ min: 1, max: 100 }) }),
      fc.record({ years: fc.integer({ min: 1, max: 10 }) }),
    );
    fc.assert(
      fc.property(moment, moment, period, (one, other, length) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        const before = periodBefore(first, length);

        expect(before.getTime()).toBeLessThan(first.getTime());
        // A day that the month lacks is its last, at its own time of day: the order of days holds.
        expect(before.toISOString().slice(0, 10) <= periodBefore(second, length).toISOString().slice(0, 10)).toBe(true);
      }),
    );
  });
});
