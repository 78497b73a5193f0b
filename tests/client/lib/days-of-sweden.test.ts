import { describe, expect, test } from 'vitest';
import { formatDate, formatDay, formatMonth, formatShortDay, formatTime } from '#client/src/lib/format.ts';
import { swedishMoment, swedishTime } from '#client/src/lib/swedish-moment.ts';

/** The last moment of 30 June in Sweden, as a link ends; and a moment later. */
const lastMoment = new Date('2026-06-30T21:59:59.999Z');
const aMomentLater = new Date('2026-06-30T22:00:00.000Z');

describe('a day and a time of day', () => {
  test('are those of Sweden, where the rules are', () => {
    expect([lastMoment, aMomentLater].map((at) => formatDate(at, 'sv'))).toEqual(['30 juni 2026', '1 juli 2026']);
    expect([lastMoment, aMomentLater].map((at) => formatTime(at, 'sv'))).toEqual(['23.59', '00.00']);
    expect(formatTime(new Date('2026-12-31T23:30:00Z'), 'en')).toBe('00:30');
  });

  test('stay the day that was given', () => {
    for (const [day, shown, short, month] of [
      ['2026-01-01', '1 januari 2026', '1 jan.', 'januari 2026'],
      ['2026-06-30', '30 juni 2026', '30 juni', 'juni 2026'],
    ] as const) {
      expect([formatDay(day, 'sv'), formatShortDay(day, 'sv'), formatMonth(day, 'sv')]).toEqual([shown, short, month]);
    }
  });
});

describe('a day and a time that were typed', () => {
  test.each([
    ['in winter', '2026-11-26', '14:30', '2026-11-26T13:30:00.000Z'],
    ['in summer', '2026-06-30', '00:15', '2026-06-29T22:15:00.000Z'],
    ['in summer, with seconds', '2026-06-30', '00:15:00', '2026-06-29T22:15:00.000Z'],
    ['in the hour that comes twice, the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['after it', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['in the hour that is leapt over, an hour later', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ])('are that moment in Sweden: %s', (_, day, time, moment) => {
    expect(swedishMoment(day, time)?.toISOString()).toBe(moment);
  });

  test('are read back as they were typed', () => {
    const moment = swedishMoment('2026-06-30', '00:15');
    expect(moment && swedishTime(moment)).toBe('00:15');
  });

  test.each([
    ['2026-11-26', ''],
    ['', '14:30'],
    ['2026-13-01', '14:30'],
  ])('are no moment when one of them is none: %j %j', (day, time) => {
    expect(swedishMoment(day, time)).toBeUndefined();
  });
});
