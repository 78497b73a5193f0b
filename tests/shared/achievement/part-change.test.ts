import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemDifference, partChange } from '#shared/domain/achievement/part-change.ts';

const item = (code: string, difference: number, weight = 1): ItemDifference => ({
  item: code as ItemDifference['item'],
  dimension: code.split('.')[0] as ItemDifference['dimension'],
  part: code.startsWith('PM') ? 'process' : 'digital',
  weight,
  difference,
});
const all = () => true;

describe('calculated by hand', () => {
  test('the plain mean of the dimensions, each weighted by its items', () => {
    // D1: (1 x 1 + 0 x 3) / 4 = 0.25. D2: -0.5. Mean: -0.125. The process part: 2.
    const items = [item('D1.1', 1), item('D1.2', 0, 3), item('D2.1', -0.5), item('PM1.1', 2)];
    expect(partChange('digital', items, all)).toBe(-0.125);
    expect(partChange('process', items, all)).toBe(2);
  });

  test('items that are others than before are left out, as long as half of each dimension is left', () => {
    const items = [item('D1.1', 1), item('D1.2', 3), item('D2.1', 2)];
    // D1: 1 of one half of it. D2: 2.
    expect(partChange('digital', items, (code) => code !== 'D1.2')).toBe(1.5);
    // Of D1 a third is left.
    const more = [...items, item('D1.3', 0)];
    expect(partChange('digital', more, (code) => code === 'D1.1' || code === 'D2.1')).toBeNull();
    expect(partChange('digital', items, (code) => code !== 'D2.1')).toBeNull();
  });

  test('nothing in common is no change', () => {
    expect(partChange('digital', [], all)).toBeNull();
    expect(partChange('digital', [item('D1.1', 1)], () => false)).toBeNull();
    expect(partChange('digital', [item('D1.1', 1, 0)], all)).toBeNull();
  });
});

test('lies between the least and the largest difference, and is that of all when all differ alike', () => {
  const items = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -8, max: 8 }),
      fc.nat(4),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(items, (given) => {
      const differences = given.map(([dimension, place, halves, weight]) =>
        item(`D${dimension}.${place}`, halves / 2, weight + 1),
      );
      const change = partChange('digital', differences, all) ?? Number.NaN;
      const values = differences.map(({ difference }) => difference);
      expect(change).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(change).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      const alike = differences.map((each) => ({ ...each, difference: 0.5 }));
      expect(partChange('digital', alike, all)).toBeCloseTo(0.5, 12);
    }),
  );
});
