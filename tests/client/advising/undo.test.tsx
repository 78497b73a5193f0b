import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { organisationId } from './advising-fixture.ts';
import { button, choose, moves, names, openQueue, pass, press, report, seen } from './queue-walk.ts';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('accepts after ten seconds, says so, and shows the list as it is then', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await choose('Hyttan');

  await press('Anta');

  expect(document.activeElement).toBe(report());
  expect(report().textContent).toContain('2 förfrågningar antas.');
  await pass(8);
  expect(moves(site)).toEqual([]);
  await pass(3);
  expect(moves(site)).toEqual([{ organisationId, referrals: seen(1, 3), move: 'accept' }]);
  await waitFor(() => expect(report().textContent).toContain('2 förfrågningar är antagna.'));
  expect(names()).toEqual(['Åby Gjuteri']);
  expect(screen.getByRole('link', { name: /^Pågår/ }).textContent).toBe('Pågår 2');
});

test('does nothing when it is undone, and has the same chosen as before', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');
  expect(screen.getByRole('checkbox', { name: /^Välj Smedjan/ })).toHaveProperty('disabled', true);

  await press('Ångra');
  await pass(60);

  expect(moves(site)).toEqual([]);
  expect(report().textContent).toContain('Ångrat. Inget har skickats.');
  expect(screen.getByRole('checkbox', { name: /^Välj Smedjan/ })).toHaveProperty('checked', true);
  expect(document.activeElement).toBe(report());
});

test.each([
  [
    'pointed at',
    () => fireEvent.pointerMove(button('Ångra').closest('div[class*=undo]') as Element),
    () => fireEvent.pointerLeave(button('Ångra').closest('div[class*=undo]') as Element),
  ],
  ['in focus', () => act(() => button('Ångra').focus()), () => act(() => report().focus())],
])('waits for as long as it is %s', async (_how, stay, leave) => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');
  fireEvent.pointerLeave(button('Ångra').closest('div[class*=undo]') as Element);

  stay();
  await pass(120);
  expect(moves(site)).toEqual([]);
  leave();
  await pass(11);

  expect(moves(site).length).toBe(1);
});

test('does it at once for whoever does not want to wait', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');

  await press('Gör det nu');

  await waitFor(() => expect(report().textContent).toContain('1 förfrågan är antagen.'));
  expect(moves(site).length).toBe(1);
  expect(document.activeElement).toBe(report());
});

test('does it when the page can no longer be seen, so that it goes also if the page does', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');
  const fetch = vi.spyOn(globalThis, 'fetch');

  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  fireEvent(document, new Event('visibilitychange'));

  expect(moves(site).length).toBe(1);
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ keepalive: true });
  await pass(1);
});

test('does it when one goes to another page', async () => {
  const { site, router } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');

  await act(() => router.navigate(paths.package('supplier-network')));

  await screen.findByRole('heading', { level: 1, name: 'Ett paket' });
  expect(moves(site).length).toBe(1);
});

test('does it when the next thing is begun', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');

  await choose('Hyttan');
  await press('Avböj');

  expect(moves(site)).toEqual([{ organisationId, referrals: seen(1), move: 'accept' }]);
  await pass(1);
});
