import { describe, expect, it } from 'vitest';
import { answerDueMs } from '#shared/domain/referral/answer-target.ts';

const due = (asked: string) => new Date(answerDueMs(Date.parse(asked))).toISOString();

/* Weekdays counted on the calendar of December 2026: Tuesday is the 1st. */
describe('until when a request should be answered', () => {
  it('is three weekdays later', () => {
    expect(due('2026-12-01T09:30:00Z')).toBe('2026-12-04T09:30:00.000Z');
  });

  it('counts no weekend: Thursday, then Friday, Monday, Tuesday', () => {
    expect(due('2026-12-03T09:30:00Z')).toBe('2026-12-08T09:30:00.000Z');
  });

  it('begins on the Monday for what was asked on a Saturday', () => {
    expect(due('2026-12-05T09:30:00Z')).toBe('2026-12-09T09:30:00.000Z');
  });
});
