import { expect, test } from 'vitest';
import { placeBesideMiddle } from '#shared/domain/benchmark/middle-half.ts';

const middle = { lowQuartile: 1.1, highQuartile: 2.6 };
const at = (lowest: number, highest = lowest) => placeBesideMiddle({ lowest, highest }, middle);

test.each([
  [3.5, 'above', 0.9],
  [2.7, 'above', 0.1],
  [2.6, 'within', 0],
  [1.8, 'within', 0],
  [1.1, 'within', 0],
  [0.3, 'below', 0.8],
] as const)('%s lies %s the middle half, %s from it', (level, side, distance) => {
  expect(at(level)).toEqual({ side, distance });
});

test('levels are compared as they are shown, with one decimal', () => {
  expect(at(2.64)).toEqual({ side: 'within', distance: 0 });
  expect(at(2.66)).toEqual({ side: 'above', distance: 0.1 });
});

test('a range that reaches over an edge is unsure; one outside is as far away as its nearer end', () => {
  expect(at(0.3, 1.7)).toEqual({ side: 'unsure', distance: 0 });
  expect(at(2.5, 2.8)).toEqual({ side: 'unsure', distance: 0 });
  expect(at(0.2, 3.9)).toEqual({ side: 'unsure', distance: 0 });
  expect(at(2.9, 3.4)).toEqual({ side: 'above', distance: 0.3 });
  expect(at(1.2, 2.4)).toEqual({ side: 'within', distance: 0 });
});

test('where a quartile is not published nothing is said of it', () => {
  const without = { lowQuartile: null, highQuartile: 2.6 };
  expect(placeBesideMiddle({ lowest: 4, highest: 4 }, without)).toEqual({ side: 'unpublished', distance: 0 });
});
