import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceOf,
  detectableChange,
  holdTogether,
  smallestStep,
  standardError,
  twoSidedTail,
} from '#shared/domain/change/measurement-error.ts';

const equal = (items: number) => Array.from({ length: items }, () => 1);

describe('the error of measurement', () => {
  test('falls with the square root of how many items there are', () => {
    // 0.5 · √4 / 4 = 0.25
    expect(standardError(equal(4), 0.5)).toBeCloseTo(0.25, 12);
    // Weights 1 and 3: 0.5 · √(1 + 9) / 4 = 0.5 · 3.1623 / 4 = 0.3953
    expect(standardError([1, 3], 0.5)).toBeCloseTo(0.3953, 4);
  });

  test('leaves the smallest detectable change', () => {
    // Four items: 1.96 · 1.4142 · 0.25 = 0.6930, and half a step of a quarter: 0.6930 + 0.125 = 0.8180
    expect(detectableChange(equal(4), 0.5)).toBeCloseTo(0.818, 3);
    // One item: 1.96 · 1.4142 · 0.5 = 1.3859, and half a step of one.
    expect(detectableChange([2], 0.5)).toBeCloseTo(1.8859, 4);
  });

  test('has steps of what the least weight in common moves', () => {
    expect(smallestStep([2, 4])).toBeCloseTo(1 / 3, 12);
    expect(smallestStep([1, 3])).toBe(0.25);
  });

  test('reckons chances as tables of the normal distribution do', () => {
    expect(twoSidedTail(0)).toBeCloseTo(1, 6);
    expect(twoSidedTail(1)).toBeCloseTo(0.317311, 5);
    expect(twoSidedTail(1.959964)).toBeCloseTo(0.05, 6);
    expect(twoSidedTail(3)).toBeCloseTo(0.0027, 5);
    // At the limit itself one in twenty is left.
    expect(chanceOf(detectableChange(equal(3), 0.5), Math.SQRT2 * standardError(equal(3), 0.5), 1 / 3)).toBeCloseTo(
      0.05,
      5,
    );
  });

  test('gives a limit that falls with every further item of the same weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10 }), (items, weight) => {
        const weights = equal(items).map(() => weight);
        return detectableChange([...weights, weight], 0.5) < detectableChange(weights, 0.5);
      }),
    );
  });

  test('does not depend on the order of the items, nor on the unit of the weights', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const limit = detectableChange(weights, 0.5);
        expect(detectableChange(weights.toReversed(), 0.5)).toBeCloseTo(limit, 12);
        expect(
          detectableChange(
            weights.map((weight) => weight * 3),
            0.5,
          ),
        ).toBeCloseTo(limit, 12);
      }),
    );
  });
});

describe('many findings at once', () => {
  test('are asked for more, the rarest most', () => {
    // Of four: 0.05/4 = 0.0125, 0.05/3 = 0.0167, 0.05/2 = 0.025. The third is above its limit: it and what follows fall.
    expect(holdTogether([0.03, 0.01, 0.2, 0.015])).toEqual([false, true, false, true]);
    expect(holdTogether([0.04])).toEqual([true]);
    expect(holdTogether([0.04, 0.04])).toEqual([false, false]);
    expect(holdTogether([])).toEqual([]);
  });

  test('let none through that was not rare enough alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 25 }), (chances) => {
        holdTogether(chances).forEach((holds, index) => {
          if (holds) expect(chances[index]).toBeLessThanOrEqual(0.05);
        });
      }),
    );
  });
});
