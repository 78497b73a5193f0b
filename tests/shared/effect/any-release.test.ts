import { expect, test } from 'vitest';
import { findNewestSame } from '#shared/domain/effect/any-release.ts';

const period = { from: '2026-01-01', until: '2026-07-01' };
const wanted = { kind: 'levels' as const, periods: [period], population: 'sme', isSimulated: false };
const row = (number: number | null, changes: Partial<typeof wanted> = {}) => ({ ...wanted, ...changes, number });

test('the newest that is published of the same periods and firms is found, however they are listed', () => {
  expect(findNewestSame([row(1), row(4), row(2), row(null)], wanted)).toBe(4);
});

test.each([
  ['other firms', { population: 'all' }],
  ['another period', { periods: [{ ...period, from: '2026-02-01' }] }],
  ['firms that are made up', { isSimulated: true }],
])('what counts %s is not the same', (_, changes) => {
  expect(findNewestSame([row(1, changes)], wanted)).toBeNull();
});

test('nothing is the same while it is not chosen which firms are counted', () => {
  expect(findNewestSame([row(1)], { ...wanted, population: '' })).toBeNull();
});
