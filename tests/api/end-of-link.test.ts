import { expect, test } from 'vitest';
import { endOfLink } from '#server/features/sharing/limits.ts';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';

test.each([
  ['in winter', '2026-11-27T08:00:00.000Z', 7, '2026-12-04T22:59:59.999Z'],
  ['in summer', '2026-06-01T08:00:00.000Z', 30, '2026-07-01T21:59:59.999Z'],
  ['made when it is the next day in Sweden already', '2026-11-27T23:30:00.000Z', 7, '2026-12-05T22:59:59.999Z'],
  ['across the day when the clock goes back', '2026-10-20T08:00:00.000Z', 7, '2026-10-27T22:59:59.999Z'],
  ['on the day when the clock goes back', '2026-10-18T08:00:00.000Z', 7, '2026-10-25T22:59:59.999Z'],
  ['on the day when the clock goes forward', '2026-03-22T08:00:00.000Z', 7, '2026-03-29T21:59:59.999Z'],
  ['over a leap day', '2028-02-22T08:00:00.000Z', 7, '2028-02-29T22:59:59.999Z'],
])('a link ends with its last day where its readers are: %s', (_when, made, days, end) => {
  expect(endOfLink(new Date(made), days, null).toISOString()).toBe(end);
});

test('a link is there for no longer than the database lets it, also when the clock goes back meanwhile', () => {
  const made = new Date('2026-05-31T22:10:00.000Z');
  const end = endOfLink(made, 180, null);
  expect(end.toISOString()).toBe('2026-11-28T22:10:00.000Z');
  expect(swedishDate(end)).toBe('2026-11-28');
});
