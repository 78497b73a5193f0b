import { expect, test } from 'vitest';
import { repeatedCodes } from '#shared/domain/repeated-codes.ts';

test('codes that stand more than once are found once each', () => {
  expect([...repeatedCodes(['a', 'b', 'a', 'c', 'b', 'a'])]).toEqual(['a', 'b']);
  expect([...repeatedCodes(['a', 'b'])]).toEqual([]);
  expect([...repeatedCodes([])]).toEqual([]);
});
