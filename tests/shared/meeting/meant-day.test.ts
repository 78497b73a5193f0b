import { expect, test } from 'vitest';
import { earliestDay, isMeantDay, latestDay } from '#shared/domain/meeting/meant-day.ts';
import { isDayFit, meetingStepSchema } from '#shared/domain/meeting/meeting-step.ts';

test.each([earliestDay, '2026-11-26', latestDay])('%s can be meant', (day) => expect(isMeantDay(day)).toBe(true));

// A digit too many, too few, a year that is still being typed, and no day at all.
test.each(['61201-01-01', '+061201-01-01', '0202-11-26', '0002-11-26', '1999-12-31', '2100-01-01', ''])(
  '%s cannot',
  (day) => expect(isMeantDay(day)).toBe(false),
);

test('a step without a day is fit, one with a mistyped year is not kept', () => {
  const step = { key: 'aaaaaaaaaa', what: 'Mäta', owner: 'firm', isAgreedByFirm: false, isAgreedByProvider: false };
  expect(isDayFit({ dueOn: null })).toBe(true);
  expect(meetingStepSchema.safeParse({ ...step, dueOn: '2026-11-26' }).success).toBe(true);
  expect(meetingStepSchema.safeParse({ ...step, dueOn: '0202-11-26' }).success).toBe(false);
});
