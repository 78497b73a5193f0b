import { expect, test } from 'vitest';
import { newestFirst } from '#shared/domain/benchmark/newest.ts';

const release = (number: number, until: string, isSimulated = false) => ({ number, until, isSimulated });
const order = (releases: Parameters<typeof newestFirst>[0]) => newestFirst(releases).map(({ number }) => number);

test('what was published last is not the newest when its period ended earlier', () => {
  expect(order([release(1, '2026-07-01'), release(2, '2026-01-01')])).toEqual([1, 2]);
});

test('of those whose periods ended on one day, the one with the highest number is the newest', () => {
  expect(order([release(1, '2026-07-01'), release(5, '2026-07-01'), release(3, '2026-07-01')])).toEqual([5, 3, 1]);
});

test('real firms come before those that are made up, whatever the period', () => {
  expect(order([release(4, '2026-07-01', true), release(2, '2025-01-01')])).toEqual([2, 4]);
});
