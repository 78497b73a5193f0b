import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import * as advisorFrame from '#client/src/app/routes/advisor-frame-route.tsx';
import { forgetLeftDeeds } from '#client/src/features/advising/left-deeds.ts';
import { moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { rowOf } from './queue-fixture.ts';
import { button, choose, moves, names, openQueue, pass, press, report, seen } from './queue-walk.ts';

/* What is done, and the network goes away: while one stays on the page, and when one has left it. */

beforeEach(() => {
  forgetLeftDeeds();
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => vi.useRealTimers());

const asksBeforeLeaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const left = () => screen.getByRole('region', { name: 'Det som inte gick fram' });

async function leaveWithoutNetwork() {
  const site = new FakeAdvisingSite();
  site.queue.rows = [rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri'), rowOf(3, 'Hyttan')];
  const opened = await openAdvising(paths.advisor(), site, advisorFrame);
  await screen.findByRole('table');
  await choose('Smedjan AB');
  await press('Anta');
  opened.site.server.refused.set(moveReferrals.name, 'no-reply');
  await act(() => opened.router.navigate(paths.meetingsAhead()));
  await screen.findByText('Inte säkert gjort: 1 förfrågan skulle antas');
  return opened;
}

test('says on the next page what did not go through, and for whom', async () => {
  await leaveWithoutNetwork();

  expect(left().textContent).toContain('Smedjan AB');
  expect(asksBeforeLeaving()).toBe(true);
});

test('does it once the network is back, and the queue shows it', async () => {
  const { site, router } = await leaveWithoutNetwork();
  await act(() => router.navigate(paths.advisor()));
  await screen.findByRole('table');
  site.server.refused.clear();

  await press('Försök igen');

  expect(await within(left()).findByText('1 förfrågan är antagen.')).toBeDefined();
  expect(moves(site).at(-1)).toEqual({ organisationId, referrals: seen(1), move: 'accept' });
  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri', 'Hyttan']));
  expect(asksBeforeLeaving()).toBe(false);
  await press('Göm det här');
  expect(left().textContent).toBe('');
});

test('does it by itself when the network is back', async () => {
  const { site } = await leaveWithoutNetwork();
  expect(left().textContent).toContain('Det skickas av sig självt när nätet är tillbaka');
  site.server.refused.clear();

  window.dispatchEvent(new Event('online'));

  expect(await within(left()).findByText('1 förfrågan är antagen.')).toBeDefined();
  expect(moves(site).length).toBe(2);
  expect(asksBeforeLeaving()).toBe(false);
});

test('says of what fails while one stays what was to be done, and does it again', async () => {
  const { site } = await openQueue();
  site.server.refused.set(moveReferrals.name, 'no-reply');
  await choose('Smedjan AB');
  await press('Anta');
  await press('Gör det nu');
  await waitFor(() => expect(report().textContent).toContain('Inte säkert gjort: 1 förfrågan skulle antas'));
  expect(report().textContent).toContain('Smedjan AB');

  site.server.refused.clear();
  await press('Försök igen');

  await waitFor(() => expect(report().textContent).toContain('1 förfrågan är antagen.'));
});

test('what the server refuses is said not to be done', async () => {
  const { site } = await openQueue();
  site.server.refused.set(moveReferrals.name, 'too-many-requests');
  await choose('Smedjan AB');
  await press('Anta');
  await press('Gör det nu');

  await waitFor(() => expect(report().textContent).toContain('Inte gjort: 1 förfrågan skulle antas'));
});

test('the countdown runs under a pointer that lies still where the box opened', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  await press('Anta');
  fireEvent.pointerEnter(button('Ångra').closest('div[class*=undo]') as Element);

  await pass(11);

  expect(moves(site).length).toBe(1);
});
