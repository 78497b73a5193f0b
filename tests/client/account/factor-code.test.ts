import { expect, test } from 'vitest';
import { inGroups, readAuthenticatorCode, readFactorCode } from '#client/src/features/account/factor-code.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['abcd-efgh-ijkl', 'abcd-efgh-ijkl'],
  [' AAAA 1111 ', 'AAAA 1111'],
  ['12345', undefined],
  ['', undefined],
])('reads %j as the second factor %j', (typed, code) => expect(readFactorCode(typed)).toBe(code));

test.each([
  ['123 456', '123456'],
  ['12345', undefined],
  ['1234567', undefined],
  ['abcdef', undefined],
])('reads %j as the figures %j of the app', (typed, code) => expect(readAuthenticatorCode(typed)).toBe(code));

test.each([
  ['JBSWY3DPEHPK3PXP', 'JBSW Y3DP EHPK 3PXP'],
  ['JBSWY3', 'JBSW Y3'],
  ['', ''],
])('shows the key %j as %j', (secret, groups) => expect(inGroups(secret)).toBe(groups));
