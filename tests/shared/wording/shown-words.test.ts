import { expect, test } from 'vitest';
import { civilDayInWords } from '#shared/domain/wording/day-in-words.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';

test('a day is said in words, in both languages', () => {
  expect(civilDayInWords('2026-12-21', 'sv')).toBe('21 december 2026');
  expect(civilDayInWords('2027-03-01', 'en')).toBe('1 March 2027');
});

test('a version is told by its number, and one that has none as it is', () => {
  expect(['proposal-1', 'dmat-12', '2026-1', 'v1'].map(shownVersion)).toEqual(['1', '12', '2026-1', 'v1']);
});
