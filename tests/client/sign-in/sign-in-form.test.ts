import { expect, test } from 'vitest';
import { maskEmail } from '#client/src/features/sign-in/mask-email.ts';
import { codeInFragment, readCode, readEmail } from '#client/src/features/sign-in/sign-in-form.ts';

test.each([
  ['kim.berg@smedjan.se', 'k***@smedjan.se'],
  ['å@smedjan.se', 'å***@smedjan.se'],
  ['"a@b"@smedjan.se', '"***@smedjan.se'],
])('of %s as much is shown as one knows it by', (email, masked) => expect(maskEmail(email)).toBe(masked));

test.each(['ABCD2345', 'abcd2345', ' ABCD 2345 ', 'abcd-2345', 'a b c d 2 3 4 5'])('takes the code as %j', (typed) =>
  expect(readCode(typed)).toBe('ABCD2345'),
);

test.each(['', 'ABCD234', 'ABCD23456', 'ABCD234å', 'ABCD_2345'])('takes %j for no code', (typed) =>
  expect(readCode(typed)).toBeUndefined(),
);

test.each([
  ['#code=ABCD2345', 'ABCD2345'],
  ['#code=abcd-2345', 'ABCD2345'],
  ['#code=', undefined],
  ['#ABCD2345', undefined],
  ['', undefined],
])('finds in the fragment %j the code %j', (hash, code) => expect(codeInFragment(hash)).toBe(code));

test.each([
  [' Kim@Smedjan.SE ', 'kim@smedjan.se'],
  ['kim@', undefined],
  ['', undefined],
])('reads %j as the address %j', (typed, email) => expect(readEmail(typed)).toBe(email));
