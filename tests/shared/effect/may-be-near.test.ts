import { expect, test } from 'vitest';
import { couldBeSeen, findPartlySharing, findPerhapsNear, findSharing } from '#shared/domain/effect/may-be-near.ts';

const levels = (from: string, until: string, changes: object = {}) => ({
  ...{
    kind: 'levels' as const,
    periods: [{ from, until }],
    population: 'sme',
    isSimulated: false,
    measures: ['D1', 'D2'],
  },
  ...changes,
});
const year = levels('2025-01-01', '2026-01-01');

test.each([
  ['a month less', levels('2025-02-01', '2026-01-01'), true],
  ['the same time and other firms', levels('2025-01-01', '2026-01-01', { population: 'all' }), true],
  ['the very same', year, false],
  ['half of the time', levels('2025-01-01', '2025-07-01'), false],
  ['the year after', levels('2026-01-01', '2027-01-01'), false],
  ['made-up firms', levels('2025-02-01', '2026-01-01', { isSimulated: true }), false],
  ['other measures', levels('2025-02-01', '2026-01-01', { measures: ['collaboration'] }), false],
  ['one measure of several', levels('2025-02-01', '2026-01-01', { measures: ['D2', 'D3'] }), true],
  ['effects', levels('2025-02-01', '2026-01-01', { kind: 'effect' }), false],
] as const)('beside a year, %s may be too near: it is %s', (_, wanted, isNear) => {
  expect(findPerhapsNear([year], wanted)).toEqual(isNear ? [year] : []);
});

test('effects may be near when both of their periods are', () => {
  const effect = (beforeUntil: string, afterFrom: string) => ({
    ...{ kind: 'effect' as const, population: 'sme', isSimulated: false, measures: ['D1'] },
    periods: [
      { from: '2024-01-01', until: beforeUntil },
      { from: afterFrom, until: '2026-01-01' },
    ],
  });
  const earlier = effect('2025-01-01', '2025-01-01');

  expect(findPerhapsNear([earlier], effect('2024-12-01', '2025-01-01'))).toEqual([earlier]);
  expect(findPerhapsNear([earlier], effect('2025-01-01', '2025-09-01'))).toEqual([]);
});

test.each([
  ['the half of the year', levels('2025-01-01', '2025-07-01'), true],
  ['half a year of which one month is in it', levels('2025-12-01', '2026-06-01'), true],
  ['the year after', levels('2026-01-01', '2027-01-01'), false],
  ['other measures', levels('2025-01-01', '2025-07-01', { measures: ['collaboration'] }), false],
  ['effects', levels('2025-01-01', '2025-07-01', { kind: 'effect' }), false],
  ['made-up firms', levels('2025-01-01', '2025-07-01', { isSimulated: true }), false],
] as const)('beside a year, %s counts some of the same answers: it is %s', (_, wanted, isSharing) => {
  expect(findPartlySharing([year], wanted)).toEqual(isSharing ? [year] : []);
});

test('what is almost the same, or the very same, shares answers and not only some', () => {
  const almost = levels('2025-02-01', '2026-01-01');

  expect(findSharing([year, almost], year)).toEqual([year, almost]);
  expect(findPartlySharing([year, almost], year)).toEqual([]);
});

test.each([
  ['published', false, true],
  ['built', false, true],
  ['built', true, false],
  ['dropped', false, true],
  ['cancelled', false, false],
  ['building', false, false],
  ['failed', false, false],
] as const)('what is %s, withheld %s, could be looked at: %s', (status, isBlocked, expected) => {
  expect(couldBeSeen({ status, isBlocked })).toBe(expected);
});
