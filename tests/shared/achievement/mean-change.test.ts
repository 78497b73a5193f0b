import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanChange, studentQuantile } from '#shared/domain/achievement/mean-change.ts';

// Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.10, two-sided 95 %.
test.each([
  [9, 2.262],
  [10, 2.228],
  [15, 2.131],
  [20, 2.086],
  [30, 2.042],
  [60, 2],
  [120, 1.98],
])('the quantile of %i degrees of freedom is %f', (degrees, expected) => {
  expect(studentQuantile(degrees)).toBeCloseTo(expected, 3);
});

test('ten differences calculated by hand', () => {
  // 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9: mean 0.45. Squares of 0.45, 0.35, 0.25, 0.15, 0.05, twice each:
  // 2 x (0.2025 + 0.1225 + 0.0625 + 0.0225 + 0.0025) = 0.825. Variance 0.825/9 = 0.091667; standard error
  // sqrt(0.0091667) = 0.095743. Margin 2.262157 x 0.095743 = 0.216586.
  const change = meanChange([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], 10);
  expect(change?.firms).toBe(10);
  expect(change?.mean).toBeCloseTo(0.45, 10);
  expect(change?.lowest).toBeCloseTo(0.233414, 4);
  expect(change?.highest).toBeCloseTo(0.666586, 4);
});

test('nothing is said of fewer than are asked for', () => {
  expect(meanChange([0.5, 0.5, 0.5], 4)).toBeNull();
  expect(meanChange([0.5], 1)).toBeNull();
  expect(meanChange([], 2)).toBeNull();
});

test('the mean lies in its interval, in any order and at any distance', () => {
  const differences = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 10, maxLength: 40 });
  fc.assert(
    fc.property(differences, fc.double({ min: -4, max: 4, noNaN: true }), (given, shift) => {
      const change = meanChange(given, 10);
      const shifted = meanChange(given.map((each) => each + shift).reverse(), 10);
      if (change === null || shifted === null) throw new Error('there are enough');
      expect(change.mean).toBeGreaterThanOrEqual(change.lowest);
      expect(change.mean).toBeLessThanOrEqual(change.highest);
      expect(shifted.mean).toBeCloseTo(change.mean + shift, 8);
      expect(shifted.highest - shifted.lowest).toBeCloseTo(change.highest - change.lowest, 8);
    }),
  );
});
