import { i18n } from '@lingui/core';
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { messages as english } from '#client/src/features/sharing/locales/en.po';
import { messages } from '#client/src/features/sharing/locales/sv.po';
import { RecipientPage } from '#client/src/features/sharing/recipient-page.tsx';
import { checkResultLink, openResultLink } from '#shared/contracts/result-links.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';
import { both, documentOf, key } from './sharing-fixture.ts';

let server: FakeEndpoints;
beforeEach(() => {
  i18n.load({ sv: messages, en: english });
  server = new FakeEndpoints([
    answering(openResultLink, () => documentOf({ note: 'Som vi sa.' })),
    answering(checkResultLink, () => ({ expiresAt: '2026-12-02T08:00:00.000Z' })),
  ]);
});

const open = (address = `/shared-result#key=${key}`) => {
  show(<RecipientPage hrefs={{ home: '/', method: '/metod' }} />, 'sv', address);
  return userEvent.setup();
};
const calls = () => server.requests.map(({ name }) => name);

test('asks for nothing before the reader says so', async () => {
  const user = open();
  screen.getByRole('heading', { level: 1, name: 'En länk till ett företags resultat' });
  expect(calls()).toEqual([]);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');

  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByRole('heading', { level: 1, name: 'Ett delat resultat' });
  screen.getByText('Mäter ni ställtiden?');
  screen.getByText('Som vi sa.');
  screen.getByText('I texterna om resultatet nedan är ”ni” företaget, inte den som läser.');
  screen.getByText('Ett företag som har valt att inte nämnas här');
  expect(screen.queryByRole('heading', { name: 'Svaren bakom nivåerna' })).toBeNull();
  expect(server.requests.map(({ body }) => body)).toEqual([{ key }]);
});

test('reads of a change that does not hold that it is a sign, before any figure of it', async () => {
  const moved = { before: 1, after: 1.9, difference: 0.9, limit: 0.8, items: 4 };
  const { content } = documentOf();
  const change = {
    since: '2025-11-02T08:00:00.000Z',
    dimensions: [
      { ...moved, dimension: 'D1', name: both('Teknik'), verdict: 'risen', holdsTogether: false },
      {
        ...moved,
        dimension: 'D2',
        name: both('Säkerhet'),
        difference: 0,
        verdict: 'within-error',
        holdsTogether: false,
      },
    ],
    itemsLeftOut: 0,
  };
  server = new FakeEndpoints([
    answering(openResultLink, () => documentOf({ content: { ...content, change } })),
    answering(checkResultLink, () => ({ expiresAt: '2026-12-02T08:00:00.000Z' })),
  ]);
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByText('Inget område har med säkerhet ändrats.');
  screen.getByText('Tecken på att ha stigit: Teknik.');
  screen.getByText(/När 2 områden jämförs på en gång får slumpen ensam ungefär ett av tjugo/);
  expect(screen.getByRole('row', { name: /Teknik/ }).textContent).toContain('Tecken på att ha stigit, inte säkert');
});

test.each(['/shared-result', '/shared-result#key=kort', '/shared-result#other=1'])(
  'tells of an address without a whole secret what to do: %s',
  (address) => {
    open(address);
    screen.getByText(/Länken visar ingenting/);
    expect(screen.queryByRole('button', { name: 'Visa resultatet' })).toBeNull();
  },
);

test('tells a link that opens nothing in the same words', async () => {
  server.refused.set('openResultLink', 'not-found');
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByText(/Länken visar ingenting/);
});

test('what failed for another reason can be tried again', async () => {
  server.refused.set('openResultLink', 'service-unavailable');
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByRole('alert');
  server.refused.clear();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByText('Mäter ni ställtiden?');
});

test('a page that is open shows nothing any more once its link is taken back', async () => {
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByText('Mäter ni ställtiden?');

  act(() => void window.dispatchEvent(new Event('focus')));
  await vi.waitFor(() => expect(calls()).toContain('checkResultLink'));
  screen.getByText('Mäter ni ställtiden?');

  server.refused.set('checkResultLink', 'not-found');
  act(() => void window.dispatchEvent(new Event('focus')));
  await screen.findByText(/Länken visar ingenting/);
  expect(screen.queryByText('Mäter ni ställtiden?')).toBeNull();
});

test.each([
  ['out of sight, when it asks again after half a minute', () => vi.advanceTimersByTime(30_000)],
  ['as soon as the network is back', () => window.dispatchEvent(new Event('online'))],
])('a page that is open shows nothing any more %s', async (_when, happen) => {
  const user = open();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
    await screen.findByText('Mäter ni ställtiden?');
    server.refused.set('checkResultLink', 'not-found');
    act(() => void happen());
    await screen.findByText(/Länken visar ingenting/);
    expect(screen.queryByText('Mäter ni ställtiden?')).toBeNull();
  } finally {
    vi.useRealTimers();
    vi.restoreAllMocks();
  }
});

test.each([
  ['shows nothing any more once its link has ended', '2026-01-01T22:59:59.999Z', false],
  ['is shown as long as its link lasts', '2999-01-01T22:59:59.999Z', true],
])('a page that is open and cannot ask the site %s', async (_says, expiresAt, isShown) => {
  server = new FakeEndpoints([
    answering(openResultLink, () => documentOf({ expiresAt })),
    answering(checkResultLink, () => ({ expiresAt })),
  ]);
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await screen.findByText('Mäter ni ställtiden?');

  server.refused.set('checkResultLink', 'service-unavailable');
  act(() => void window.dispatchEvent(new Event('focus')));
  await vi.waitFor(() => expect(calls()).toContain('checkResultLink'));
  if (isShown) screen.getByText('Mäter ni ställtiden?');
  else await screen.findByText(/Länken visar ingenting/);
});

test('asks before it prints, and prints nothing of a link that was taken back', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Visa resultatet' }));
  await user.click(await screen.findByRole('button', { name: 'Skriv ut' }));
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));

  server.refused.set('checkResultLink', 'not-found');
  await user.click(screen.getByRole('button', { name: 'Skriv ut' }));
  await screen.findByText(/Länken visar ingenting/);
  expect(print).toHaveBeenCalledTimes(1);
  print.mockRestore();
});
