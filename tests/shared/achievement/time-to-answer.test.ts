import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  estimateWaiting,
  shareAnsweredWithin,
  type Wait,
  weekdaysUntil,
} from '#shared/domain/achievement/time-to-answer.ts';
import { weekdaysTaken, weekdaysWaited } from '#shared/domain/achievement/weekdays-taken.ts';
import { answerDueMs, answerWithinWeekdays } from '#shared/domain/referral/answer-target.ts';

const at = (text: string) => Date.parse(text);

describe('weekdays', () => {
  test.each([
    // Asked on a Thursday at ten.
    ['2026-10-01T10:00:00Z', 0, 0],
    ['2026-10-01T15:00:00Z', 1, 0],
    ['2026-10-02T10:00:00Z', 1, 1],
    ['2026-10-02T10:00:01Z', 2, 1],
    // Over the weekend nothing is added: Monday at ten is the second weekday.
    ['2026-10-05T10:00:00Z', 2, 2],
    ['2026-10-06T09:00:00Z', 3, 2],
  ])('until %s: within %i, and %i have passed', (until, taken, waited) => {
    expect(weekdaysTaken(at('2026-10-01T10:00:00Z'), at(until))).toBe(taken);
    expect(weekdaysWaited(at('2026-10-01T10:00:00Z'), at(until))).toBe(waited);
  });

  test('an answer is within the target exactly when it is not overdue', () => {
    const hours = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(hours, hours, (askedHour, wait) => {
        const asked = at('2026-01-01T08:00:00Z') + askedHour * 3_600_000;
        const answered = asked + wait * 3_600_000;
        expect(weekdaysTaken(asked, answered) <= answerWithinWeekdays).toBe(answered <= answerDueMs(asked));
      }),
    );
  });
});

const answered = (...weekdays: number[]): Wait[] => weekdays.map((each) => ({ weekdays: each, isAnswered: true }));
const waiting = (...weekdays: number[]): Wait[] => weekdays.map((each) => ({ weekdays: each, isAnswered: false }));

describe('the product-limit estimate, calculated by hand', () => {
  // Ten requests. Answered after 1, 1, 2, 3, 3, 5 weekdays; waiting since 0, 2, 4, 6.
  // Day 1: 9 at risk (the one that came today is not), 2 answered: 7/9.
  // Day 2: 7 at risk, 1 answered: 7/9 x 6/7 = 6/9.        The one waiting since 2 was at risk on day 2.
  // Day 3: 5 at risk, 2 answered: 6/9 x 3/5 = 2/5.
  // Day 5: 2 at risk, 1 answered: 2/5 x 1/2 = 1/5.
  const steps = estimateWaiting([...answered(1, 1, 2, 3, 3, 5), ...waiting(0, 2, 4, 6)]);

  test('has a step for each day with an answer', () => {
    expect(steps.map(({ weekdays }) => weekdays)).toEqual([1, 2, 3, 5]);
    const shares = steps.map(({ waitingShare }) => waitingShare);
    for (const [place, share] of [7 / 9, 6 / 9, 2 / 5, 1 / 5].entries()) expect(shares[place]).toBeCloseTo(share, 12);
  });

  test('says how many have an answer within so many weekdays', () => {
    expect(shareAnsweredWithin(steps, 0)).toBe(0);
    expect(shareAnsweredWithin(steps, 3)).toBeCloseTo(0.6, 12);
    expect(shareAnsweredWithin(steps, 4)).toBeCloseTo(0.6, 12);
  });

  test('says within how many weekdays so many have one, and nothing when it has not come to that', () => {
    expect(weekdaysUntil(steps, 0.5)).toBe(3);
    expect(weekdaysUntil(steps, 0.8)).toBe(5);
    expect(weekdaysUntil(steps, 0.9)).toBeNull();
  });

  test('without anything waiting it is the plain share', () => {
    const plain = estimateWaiting(answered(0, 1, 1, 4));
    expect(shareAnsweredWithin(plain, 1)).toBeCloseTo(3 / 4, 12);
    expect(weekdaysUntil(plain, 0.5)).toBe(1);
    expect(weekdaysUntil(plain, 1)).toBe(4);
  });

  test('nothing answered is nothing to say', () => {
    expect(estimateWaiting(waiting(3, 4))).toEqual([]);
    expect(shareAnsweredWithin([], 3)).toBe(0);
    expect(weekdaysUntil([], 0.5)).toBeNull();
  });
});

test('a request that waits longer never makes the waiting look shorter', () => {
  const wait = fc.record({ weekdays: fc.nat(12), isAnswered: fc.boolean() });
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 20 }), fc.nat(12), (waits, within) => {
      const [first, ...rest] = waits;
      if (first === undefined || first.isAnswered) return;
      const before = shareAnsweredWithin(estimateWaiting(waits), within);
      const later = estimateWaiting([{ ...first, weekdays: first.weekdays + 1 }, ...rest]);
      expect(shareAnsweredWithin(later, within)).toBeLessThanOrEqual(before + 1e-12);
    }),
  );
});
