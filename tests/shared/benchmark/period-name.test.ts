import { expect, test } from 'vitest';
import { proposeName, strangeYears } from '#shared/domain/benchmark/period-name.ts';

test.each([
  ['2025-01-01', '2026-01-01', '2025', '2025'],
  ['2026-01-01', '2026-07-01', 'Första halvåret 2026', 'First half of 2026'],
  ['2026-07-01', '2027-01-01', 'Andra halvåret 2026', 'Second half of 2026'],
  ['2026-10-01', '2027-01-01', 'Fjärde kvartalet 2026', 'Fourth quarter of 2026'],
  ['2025-02-01', '2026-01-01', 'Februari till december 2025', 'February to December 2025'],
  ['2025-10-01', '2026-10-01', 'Oktober 2025 till september 2026', 'October 2025 to September 2026'],
  ['2026-02-01', '2026-08-01', 'Februari till juli 2026', 'February to July 2026'],
  ['2026-03-01', '2026-04-01', 'Mars 2026', 'March 2026'],
])('from %s to before %s is called %s', (from, until, sv, en) => {
  expect(proposeName({ from, until })).toEqual({ sv, en });
});

test('no name is proposed for a period that ends before it begins', () => {
  expect(proposeName({ from: '2026-03-01', until: '2026-03-01' })).toBeNull();
  expect(proposeName({ from: '2026-03-01', until: '2026-02-01' })).toBeNull();
});

test('a year in a name is strange when no period has a day of it', () => {
  const year = { from: '2025-01-01', until: '2026-01-01' };

  expect(strangeYears('Första halvåret 2026', [year])).toEqual(['2026']);
  expect(strangeYears('2025 beside 2024', [year])).toEqual(['2024']);
  expect(strangeYears('2025 beside 2024', [year, { from: '2024-06-01', until: '2025-01-01' }])).toEqual([]);
  expect(strangeYears('Läget, ärende 120261', [year])).toEqual([]);
});
