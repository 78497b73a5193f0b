import { expect, test } from 'vitest';
import type { CoverageRow } from '#shared/domain/coverage/coverage.ts';
import { decimalsOf, toldShare, toldThere } from '#shared/domain/coverage/told-row.ts';

const row = (changes: Partial<CoverageRow>): CoverageRow => ({
  ...{ value: '17', answered: 40, population: 200, most: 200, untold: null, reached: 20 },
  ...{ shareOfAnswers: null, shareOfPopulation: null },
  ...changes,
});

test.each([
  ['a number that is known', {}, { kind: 'exactly', count: 200 }],
  ['a number within bounds', { most: 230 }, { kind: 'between', count: 200, most: 230 }],
  ['a number that is partly secret', { most: null }, { kind: 'at-least', count: 200 }],
  ['a branch that no code stands for', { untold: 'no-measure' }, { kind: 'untold' }],
] as const)('how many there are is told of %s', (_, changes, told) => {
  expect(toldThere(row(changes))).toEqual(told);
});

test.each([
  ['as it is', {}, { kind: 'exactly', percent: 20 }],
  ['as at most so much where there may be more firms', { most: 230 }, { kind: 'at-most', percent: 20 }],
  ['as at most so much where a number is secret', { most: null }, { kind: 'at-most', percent: 20 }],
  ['not of a group that the release hides', { answered: null, reached: null }, { kind: 'hidden' }],
  ['not where the source cannot tell it', { untold: 'not-told-apart', reached: null }, { kind: 'untold' }],
  [
    'by the source first, which cannot tell it whatever the release shows',
    { answered: null, untold: 'not-told-apart', reached: null },
    { kind: 'untold' },
  ],
] as const)('the share that has answered is told %s', (_, changes, told) => {
  expect(toldShare(row(changes))).toEqual(told);
});

test('small shares are told more finely', () => {
  expect([0.4, 9.9, 10, 104].map(decimalsOf)).toEqual([1, 1, 0, 0]);
});
