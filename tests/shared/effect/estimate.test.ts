import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateOf, momentsOf, widthOfOne } from '#shared/domain/effect/estimate.ts';
import { studentFactor, studentWithin } from '#shared/domain/effect/student-t.ts';

describe("Student's t", () => {
  // Abramowitz and Stegun, table 26.10: A(t|ν) = 0.95 and 0.99.
  test.each([
    [1, 0.95, 12.706],
    [2, 0.95, 4.303],
    [3, 0.95, 3.182],
    [9, 0.95, 2.262],
    [10, 0.95, 2.228],
    [30, 0.95, 2.042],
    [60, 0.95, 2.0],
    [120, 0.95, 1.98],
    [1, 0.99, 63.657],
    [4, 0.99, 4.604],
    [29, 0.99, 2.756],
  ])('with %i degrees of freedom and %d the factor is %d', (degrees, part, factor) => {
    expect(studentFactor(part, degrees)).toBeCloseTo(factor, 3);
  });

  test('comes to the normal distribution with many degrees of freedom', () => {
    expect(studentFactor(0.95, 100_000)).toBeCloseTo(1.95998, 4);
  });

  test('of two degrees is t / √(2 + t²), and of one the arctangent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (t) => {
        expect(studentWithin(t, 2)).toBeCloseTo(t / Math.sqrt(2 + t * t), 12);
        expect(studentWithin(t, 1)).toBeCloseTo((2 / Math.PI) * Math.atan(t), 12);
      }),
    );
  });

  test('grows with t, and the factor is where it is the part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (degrees, part) => {
          const factor = studentFactor(part, degrees);
          expect(studentWithin(factor, degrees)).toBeCloseTo(part, 9);
          expect(studentWithin(factor * 1.1, degrees)).toBeGreaterThan(part);
        },
      ),
    );
  });
});

describe('an estimate', () => {
  test('is the mean of the differences and what Student gives on either side', () => {
    // 10, 20, 30, 60: mean 30. Squares from it 400 + 100 + 0 + 900 = 1400; s² = 1400 / 3, s = 21.602; s / √4 = 10.801.
    // t of 3 degrees is 3.1824: 34.374 on either side.
    const found = estimateOf(momentsOf([10, 20, 30, 60]), 95);
    expect(found?.mean).toBe(30);
    expect(found?.low).toBeCloseTo(-4.374, 2);
    expect(found?.high).toBeCloseTo(64.374, 2);
  });

  test('is none of fewer than two', () => {
    expect(estimateOf(momentsOf([]), 95)).toBeNull();
    expect(estimateOf(momentsOf([40]), 95)).toBeNull();
  });

  test('moves with what is added to every difference, and its width does not', () => {
    const differences = fc.array(fc.integer({ min: -800, max: 800 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(differences, fc.integer({ min: -200, max: 200 }), (values, added) => {
        const before = estimateOf(momentsOf(values), 95);
        const after = estimateOf(momentsOf(values.map((value) => value + added)), 95);
        expect(after?.mean).toBeCloseTo((before?.mean ?? 0) + added, 6);
        expect((after?.high ?? 0) - (after?.low ?? 0)).toBeCloseTo((before?.high ?? 0) - (before?.low ?? 0), 6);
      }),
    );
  });

  test('has the truth inside 95 times of a hundred', () => {
    // Sums of uniform numbers by a fixed generator: near enough to normal, with a true mean of 25.
    let state = 20261126;
    const even = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const normal = (): number => Array.from({ length: 12 }, even).reduce((sum, each) => sum + each, -6);
    const tries = 4000;
    let inside = 0;
    for (let at = 0; at < tries; at += 1) {
      const found = estimateOf(momentsOf(Array.from({ length: 12 }, () => 25 + 60 * normal())), 95);
      if (found !== null && found.low <= 25 && found.high >= 25) inside += 1;
    }
    // Three standard errors of a share of 95 % in 4,000: 1.03 per cent.
    expect(Math.abs(inside / tries - 0.95)).toBeLessThan(0.0104);
  });
});

test('no number lies further from the mean than the width that is told for one', () => {
  // Nine of 0 and one of 100: mean 10, s² = (9 × 100 + 8100) / 9 = 1000, s = 31.62; 31.62 × 9 / √10 = 90, both ways 180.
  expect(widthOfOne(momentsOf([...Array.from({ length: 9 }, () => 0), 100]))).toBeCloseTo(180, 6);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -800, max: 800 }), { minLength: 2, maxLength: 30 }), (values) => {
      const moments = momentsOf(values);
      const furthest = Math.max(...values.map((value) => Math.abs(value - moments.sum / moments.count)));
      expect(2 * furthest).toBeLessThanOrEqual(widthOfOne(moments) + 1e-6);
    }),
  );
});
