import { expect, test } from 'vitest';
import { versionNumber } from '#shared/domain/version-number.ts';

test('a version is told by its number, and one without a number by its code', () => {
  expect(['contact-2', 'protection-1', 'result-12', 'trial'].map(versionNumber)).toEqual(['2', '1', '12', 'trial']);
});
