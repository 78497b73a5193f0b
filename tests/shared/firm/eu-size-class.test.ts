import { expect, test } from 'vitest';
import { euSizeClassOf } from '#shared/domain/firm/eu-size-class.ts';
import { workshop } from '../../support/small-instrument.ts';

test.each([
  [1, 'fewer-than-50'],
  [49, 'fewer-than-50'],
  [50, 'fewer-than-250'],
  [249, 'fewer-than-250'],
  [250, '250-or-more'],
  [100_000, '250-or-more'],
])('%i employees are %s', (employees, expected) => {
  expect(euSizeClassOf({ employees })).toBe(expected);
});

test('is not known from the size class of the profile', () => {
  expect(euSizeClassOf(workshop)).toBeNull();
});
