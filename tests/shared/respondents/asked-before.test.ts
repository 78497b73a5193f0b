import { expect, test } from 'vitest';
import { isAskedNow } from '#shared/domain/respondents/asked-before.ts';

const person = (label: string | null, email: string | null = null, state: 'done' | 'taken-back' = 'done') => ({
  ...{ label, email, state },
});

test('somebody is asked now whom the firm calls the same, or who has the address', () => {
  expect(isAskedNow(person('Lars'), [person(' lars ')])).toBe(true);
  expect(isAskedNow(person('Lars', 'lars@smeden.example'), [person('Lasse', 'lars@smeden.example')])).toBe(true);
  expect(isAskedNow(person('Lars'), [person('Eva'), person(null)])).toBe(false);
});

test('who was taken back is asked no more, and two without an address are two', () => {
  expect(isAskedNow(person('Lars'), [person('Lars', null, 'taken-back')])).toBe(false);
  expect(isAskedNow(person('Lars'), [person('Eva', null)])).toBe(false);
});
