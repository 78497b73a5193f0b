import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useTyped } from '#client/src/features/answering/use-typed.ts';

afterEach(cleanup);

const openField = (saved: string) => renderHook((now: string) => useTyped(now), { initialProps: saved });

test('a field that nobody has touched follows what is saved', () => {
  const { result, rerender } = openField('från i går');

  rerender('från en annan dator');

  expect(result.current).toMatchObject({ typed: 'från en annan dator', isChanged: false });
});

test('words that are being typed stay, whatever is saved elsewhere meanwhile', () => {
  const { result, rerender } = openField('från i går');
  act(() => result.current.setTyped('halva men'));

  rerender('från en annan dator');

  expect(result.current).toMatchObject({ typed: 'halva men', isChanged: true });
});

test('a field follows again once its words are the saved ones', () => {
  const { result, rerender } = openField('');
  act(() => result.current.setTyped('hela meningen'));
  rerender('hela meningen');

  rerender('ändrad av en kollega');

  expect(result.current.typed).toBe('ändrad av en kollega');
});
