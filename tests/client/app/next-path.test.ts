import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextPathOf, rememberNext, takeRememberedNext } from '#client/src/app/next-path.ts';

const read = (next: string) => nextPathOf(new URLSearchParams({ next }));

beforeEach(() => localStorage.clear());
afterEach(() => vi.useRealTimers());

test.each([
  '/',
  '/account',
  '/firms/1/access?tab=2#looks',
  '/editor/drafts/1',
  '/sign-inspection',
  '/second-factor?next=%2Feditor',
])('goes on to %s', (path) => expect(read(path)).toBe(path));

test.each([
  ['nothing', ''],
  ['another site', 'https://evil.example/'],
  ['another site without its scheme', '//evil.example'],
  ['another site behind backslashes', '/\\evil.example'],
  ['backslashes further on', '/account\\..\\evil'],
  ['another site behind a tab', '/\t/evil.example'],
  ['another site behind a new line', '/\n/evil.example'],
  ['another site further on', '/account//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a path that does not begin at the root', 'account'],
  ['a space before the path', ' /account'],
  ['the sign-in itself', '/sign-in'],
  ['the sign-in with something to go on to', '/sign-in?next=%2Faccount'],
  ['the way back from the provider', '/sign-in/return?code=1'],
])('does not go on to %s', (_name, path) => expect(read(path)).toBeUndefined());

test('does not go anywhere when nothing is said', () => {
  expect(nextPathOf(new URLSearchParams())).toBeUndefined();
});

test('keeps where to go on to for another tab, once', () => {
  rememberNext('/firms/1');

  expect(takeRememberedNext()).toBe('/firms/1');
  expect(takeRememberedNext()).toBeUndefined();
});

test('forgets where to go on to when the code has run out', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  rememberNext('/firms/1');
  vi.advanceTimersByTime(10 * 60_000);

  expect(takeRememberedNext()).toBeUndefined();
});

test('forgets an earlier place when one sets out anew without any', () => {
  rememberNext('/firms/1');
  rememberNext(undefined);

  expect(takeRememberedNext()).toBeUndefined();
});

test('does not believe what stands in the storage', () => {
  rememberNext('//evil.example');

  expect(takeRememberedNext()).toBeUndefined();
});
