import { expect, test } from 'vitest';
import { risenByChance } from '#shared/domain/effect/read-effects.ts';

const of = (confidencePercent: number) => ({ version: 'worked', caliper: 50, confidencePercent });

test('of forty comparisons without any difference, chance puts one above it', () => {
  expect(risenByChance(40, of(95))).toBe(1);
  expect(risenByChance(28, of(95))).toBe(0.7);
  expect(risenByChance(40, of(90))).toBe(2);
});

test('chance is never said to be nothing where something is compared', () => {
  expect(risenByChance(1, of(95))).toBe(0.1);
  expect(risenByChance(0, of(95))).toBe(0);
});
