import { expect, test } from 'vitest';
import {
  firstAddress,
  readEditionAddress,
  writeEditionAddress,
} from '#client/src/features/editions/edition-address.ts';

const read = (search: string) => readEditionAddress(new URLSearchParams(search));

test('an address says which editions are wanted, and nothing that goes without saying', () => {
  const whole = { time: 'past', whose: 'all', package: 'user-insight', isShort: true } as const;
  expect(read(writeEditionAddress(whole))).toEqual(whole);
  expect(writeEditionAddress(firstAddress)).toBe('');
});

test('what an address says of what does not exist is ignored', () => {
  expect(read('time=never&whose=mine&package=No Code&short=yes')).toEqual(firstAddress);
});
