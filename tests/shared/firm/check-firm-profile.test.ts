import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import { type SizeClass, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { workshop } from '../../support/small-instrument.ts';

const notInClass = [{ field: 'employees', code: 'not-in-size-class' }];
const belowLargest = [{ field: 'threeLargestCustomersPercent', code: 'below-largest-customer' }];

test.each<[number, SizeClass]>([
  [1, '1-4'],
  [4, '1-4'],
  [5, '5-9'],
  [9, '5-9'],
  [10, '10-49'],
  [49, '10-49'],
  [50, '50-249'],
  [249, '50-249'],
  [250, '250-plus'],
  [100_000, '250-plus'],
])('%i employees belong to %s and to no other size class', (employees, sizeClass) => {
  const accepting = sizeClasses.filter(
    (candidate) => checkFirmProfile({ ...workshop, employees, sizeClass: candidate }).length === 0,
  );

  expect(accepting).toEqual([sizeClass]);
});

test('every number of employees belongs to exactly one size class', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (employees) => {
      const accepting = sizeClasses.filter((sizeClass) => checkFirmProfile({ employees, sizeClass }).length === 0);

      expect(accepting).toHaveLength(1);
    }),
  );
});

test('60 employees contradict the size class 10-49', () => {
  expect(checkFirmProfile({ ...workshop, employees: 60, sizeClass: '10-49' })).toEqual(notInClass);
});

test.each([
  [62, 62, []],
  [62, 62.1, []],
  [62, 61.9, belowLargest],
  [0, 0, []],
  [100, 100, []],
  [100, 0, belowLargest],
])('largest customer %d and the three largest %d per cent', (largestCustomerPercent, three, expected) => {
  const profile = { ...workshop, largestCustomerPercent, threeLargestCustomersPercent: three };

  expect(checkFirmProfile(profile)).toEqual(expected);
});

test.each([
  ['nothing', {}],
  ['the largest customer alone', { largestCustomerPercent: 62 }],
  ['the three largest alone', { threeLargestCustomersPercent: 10 }],
])('%s contradicts nothing', (_, said) => {
  expect(checkFirmProfile({ ...workshop, ...said })).toEqual([]);
});

test('employees without a size class contradict nothing', () => {
  expect(checkFirmProfile({ employees: 60 })).toEqual([]);
});

test('says every contradiction at once', () => {
  const profile = { ...workshop, employees: 9, largestCustomerPercent: 62, threeLargestCustomersPercent: 50 };

  expect(checkFirmProfile(profile)).toEqual([...notInClass, ...belowLargest]);
});
