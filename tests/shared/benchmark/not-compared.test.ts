import { expect, test } from 'vitest';
import { whyNotCompared } from '#shared/domain/benchmark/not-compared.ts';

const published = { measures: [{ code: 'D1' }, { code: 'D2' }], peers: [{ measure: 'D1' }] };

test.each([
  ['D1', 2, null],
  ['D2', 2, 'hidden'],
  ['X1', 2, 'unpublished'],
  ['D1', null, 'no-level'],
  ['X1', null, 'no-level'],
] as const)('%s at level %s stands beside others, or is said not to: %s', (dimension, level, why) => {
  expect(whyNotCompared({ dimension, level }, published)).toBe(why);
});
