import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateItemError } from '#shared/domain/change/item-error.ts';

test('the error of an item is what neither firm nor item accounts for', () => {
  // Firms 1: (1, 2), 2: (3, 2), 3: (4, 5). All: 17/6 = 2.8333. Of firms 1.5, 2.5, 4.5; of items 8/3 and 3.
  // Between firms: 2 · (1.3333² + 0.3333² + 1.6667²) = 9.3333, by two degrees of freedom 4.6667.
  // Of items: 3 · (0.1667² + 0.1667²) = 0.1667. In all: 59 - 6 · 2.8333² = 10.8333.
  // Left: 10.8333 - 9.3333 - 0.1667 = 1.3333, by (3 - 1)(2 - 1) = 2: 0.6667. Alpha: 1 - 0.6667 / 4.6667 = 0.8571.
  const found = estimateItemError([
    [1, 2],
    [3, 2],
    [4, 5],
  ]);
  expect(found).toMatchObject({ firms: 3, items: 2 });
  expect(found?.alpha).toBeCloseTo(0.8571, 4);
  // √0.6667 = 0.8165; √(0.6667 / 2) = 0.5774
  expect(found?.itemError).toBeCloseTo(0.8165, 4);
  expect(found?.standardError).toBeCloseTo(0.5774, 4);
});

test('firms that all answer alike have no alpha', () => {
  const found = estimateItemError([
    [1, 2],
    [1, 2],
  ]);
  expect(found).toMatchObject({ alpha: null, itemError: 0 });
});

test('one firm or one item tells of no error', () => {
  expect(estimateItemError([])).toBeUndefined();
  expect(estimateItemError([[1, 2]])).toBeUndefined();
  expect(estimateItemError([[1], [2]])).toBeUndefined();
});

test('it is of no consequence which firm or item comes first, nor how hard an item is', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(table, (rows) => {
      const found = estimateItemError(rows);
      const turned = estimateItemError(rows.toReversed().map((row) => row.toReversed()));
      const harder = estimateItemError(rows.map(([first = 0, ...rest]) => [first + 2, ...rest]));
      expect(turned?.itemError).toBeCloseTo(found?.itemError ?? 9, 9);
      expect(harder?.itemError).toBeCloseTo(found?.itemError ?? 9, 9);
    }),
  );
});
