import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIndexValue, compareIndex, type IndexValue, indexUnits } from '#shared/domain/followup/index-value.ts';
import { exampleIndexValue } from '../../support/follow-up.ts';

const faultsOf = (changes: Partial<IndexValue>) =>
  checkIndexValue({ ...exampleIndexValue, ...changes }, { year: 2026, dimensions: ['D1'] }).map(
    ({ field, code }) => `${field} ${code}`,
  );

test.each([
  ['as it is', {}, []],
  ['of next year', { year: 2027 }, ['year in-the-future']],
  ['of an area that is not ours', { dimension: 'D99' }, ['dimension unknown']],
  ['of none of our areas', { dimension: null }, []],
  ['below its scale', { value: -0.1 }, ['value outside-the-scale']],
  ['above it', { value: 100.1 }, ['value outside-the-scale']],
  ['without an upper end', { value: 140, highest: null }, []],
  [
    'with its ends turned',
    { lowest: 100, highest: 0, value: 50 },
    ['highest not-above-the-lowest', 'value outside-the-scale'],
  ],
] as const)('%s', (_, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test('levels of the same scale differ by a number', () => {
  // 2.3 less 1.9
  expect(compareIndex({ unit: 'level', lowest: 0, highest: 4, value: 2.3 }, 1.9)).toEqual({
    kind: 'same-scale',
    difference: 0.4,
  });
});

test('without a published figure there is nothing to compare with', () => {
  expect(compareIndex({ unit: 'level', lowest: 0, highest: 4, value: 2.3 }, null)).toEqual({ kind: 'no-figure' });
});

test('there is never a number for the difference between scales that differ', () => {
  const bound = fc.option(fc.integer({ min: -10, max: 100 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...indexUnits),
      bound,
      bound,
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (unit, lowest, highest, value, mean) => {
        const isSame = unit === 'level' && lowest === 0 && highest === 4;
        expect(compareIndex({ unit, lowest, highest, value }, mean)).toEqual(
          isSame ? { kind: 'same-scale', difference: expect.any(Number) } : { kind: 'scales-differ' },
        );
      },
    ),
  );
});
