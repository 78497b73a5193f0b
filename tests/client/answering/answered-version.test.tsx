import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import type { VersionMove } from '#shared/contracts/version-change.ts';
import { newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const to = instrumentVersionIdSchema.parse('1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab99');
const words = (sv: string) => ({ sv, en: sv });
const newer: VersionMove = {
  to: { instrumentVersionId: to, number: 2, publishedAt: '2026-11-12T09:00:00.000Z' },
  direction: 'newest',
  stayingCount: 3,
  reworded: [
    { itemCode: 'D1.1', before: words('Hur planerar ni?'), after: words('Hur lägger ni planen?'), isAnswered: false },
  ],
  anew: [
    { itemCode: 'D1.2', before: words('Hur mäter ni?'), after: words('Vad mäter ni varje dag?'), isAnswered: true },
  ],
  added: [{ itemCode: 'D1.9', before: null, after: words('Hur följer ni upp?'), isAnswered: false }],
  removed: [],
};

function offered(move: VersionMove = newer) {
  const site = newSite();
  site.offerVersions([move]);
  return site;
}

test('the overview says that there is a newer version, and what it costs', async () => {
  await openAnswering('overview', offered());

  expect(screen.getByText('Det finns en nyare version av frågorna, från 12 november 2026')).toBeDefined();
  expect(screen.getByText(/1 av era svar följer inte med/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Se vad som ändras' }).getAttribute('href')).toBe('/version');
});

test('nothing is said on the newest version, nor where it could not be asked', async () => {
  await openAnswering('overview');

  expect(screen.queryByText(/version av frågorna/)).toBeNull();
});

test('the page lists what changes, question by question, in the words before and after', async () => {
  await openAnswering('version', offered());

  const anew = screen.getByText('Vad mäter ni varje dag?').closest('li');
  expect(within(anew ?? document.body).getByText('Hur mäter ni?')).toBeDefined();
  expect(within(anew ?? document.body).getByText('Ni har svarat på den.')).toBeDefined();
  expect(screen.getByText('Hur följer ni upp?')).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Ställs på nytt',
    'Nya frågor',
    'Med andra ord',
  ]);
});

test('the way back says that what was answered before is there again, and not that it goes', async () => {
  await openAnswering('version', offered({ ...newer, direction: 'back' }));

  expect(screen.getAllByText(/Det ni svarade på dem innan ni gick över finns där igen/)).toHaveLength(2);
  expect(screen.queryByText(/Era svar på dem följer inte med, och/)).toBeNull();
  expect(screen.queryByText(/Ni har inte fått dem/)).toBeNull();
});

test('going over asks the server and leads to the overview', async () => {
  const { site, router } = await openAnswering('version', offered());

  await userEvent.click(screen.getByRole('button', { name: 'Gå över till den nyare versionen' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/overview'));
  expect(site.requests.filter(({ method }) => method === 'POST')).toMatchObject([{ body: { to } }]);
});

test('a refusal is said, and nothing moves', async () => {
  const site = offered();
  const { router } = await openAnswering('version', site);
  site.endSession();

  await userEvent.click(screen.getByRole('button', { name: 'Gå över till den nyare versionen' }));

  expect(await screen.findByText('Versionen byttes inte')).toBeDefined();
  expect(router.state.location.pathname).toBe('/version');
});

test('it waits for what is not saved yet', async () => {
  const site = offered();
  const { router, session } = await openAnswering('version', site);
  site.goAway(true);
  session.give('D1.1', { value: { state: 'level', level: 3 }, comment: '' });

  expect(await screen.findByText(/svar här som inte är sparade än/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Gå över till den nyare versionen' })).toBeNull();
  expect(router.state.location.pathname).toBe('/version');
});

test('the way back is offered once one has gone over', async () => {
  const site = offered({ ...newer, direction: 'back' });
  const { unmount } = await openAnswering('overview', site);
  expect(screen.getByText(/Fram till att ni skickar in kan ni gå tillbaka/)).toBeDefined();
  unmount();

  await openAnswering('version', site);
  expect(screen.getByRole('button', { name: 'Gå tillbaka till den version ni hade' })).toBeDefined();
});

test('a page on the version before says that the answers have gone over, once an answer is refused for it', async () => {
  const site = newSite();
  await openAnswering('items/1', site);
  site.goOverElsewhere();

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));

  expect(await screen.findByText('Svaren har gått över till en annan version av frågorna')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Öppna frågorna på nytt' }).getAttribute('href')).toBe('/overview');
});
