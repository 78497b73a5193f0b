import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import type { VersionMove } from '#shared/contracts/version-change.ts';
import { newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const to = instrumentVersionIdSchema.parse('1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab99');
const words = (sv: string) => ({ sv, en: sv });
const question = (itemCode: string, before: string | null, after: string | null) => ({
  itemCode,
  before: before === null ? null : words(before),
  after: after === null ? null : words(after),
  isAnswered: false,
  comesBack: false,
});
const newer: VersionMove = {
  to: { instrumentVersionId: to, number: 2, publishedAt: '2026-11-12T09:00:00.000Z' },
  direction: 'newest',
  reworded: [question('D1.1', 'Hur planerar ni?', 'Hur lägger ni planen?')],
  anew: [{ ...question('D1.2', 'Hur mäter ni?', 'Vad mäter ni varje dag?'), isAnswered: true }],
  added: [question('D1.9', null, 'Hur följer ni upp?')],
  removed: [],
};

function offered(move: VersionMove = newer) {
  const site = newSite();
  site.offerVersions([move]);
  return site;
}

test('the overview says that there is a newer version, and what it costs', async () => {
  const site = offered();
  site.answerElsewhere('D1.2', { value: { state: 'level', level: 2 }, comment: '' });
  await openAnswering('overview', site);

  expect(screen.getByText('Det finns en nyare version av frågorna, från 12 november 2026')).toBeDefined();
  expect(screen.getByText(/Ett av era svar följer inte med/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Se vad som ändras' }).getAttribute('href')).toBe('/version');
});

test('where nothing is answered yet the overview promises nothing of answers', async () => {
  await openAnswering('overview', offered({ ...newer, anew: [] }));

  expect(screen.getByText(/Ni har inte svarat på något än, så inget går förlorat/)).toBeDefined();
  expect(screen.queryByText(/Alla era svar följer med/)).toBeNull();
});

test('the overview says beforehand that a colleague who begins ties the version, by the notice and where they are asked', async () => {
  const { unmount } = await openAnswering('overview', offered());
  const asking = within(screen.getByRole('region', { name: 'Flera kan svara' }));
  expect(asking.getByText(/När en kollega har börjat svara ligger versionen fast/)).toBeDefined();
  expect(screen.getAllByText(/När en kollega har börjat svara ligger versionen fast/)).toHaveLength(2);
  unmount();

  await openAnswering('overview');
  expect(screen.queryByText(/ligger versionen fast/)).toBeNull();
});

test('once colleagues have begun the overview says why the newer version is out of reach', async () => {
  const site = newSite();
  site.fixVersion('colleagues', newer.to);
  const { unmount } = await openAnswering('overview', site);
  expect(screen.getByText('Det finns en nyare version av frågorna, från 12 november 2026')).toBeDefined();
  expect(screen.getByText(/Kollegor har börjat svara, så ni avslutar alla på den version ni har/)).toBeDefined();
  unmount();

  site.fixVersion('colleagues', null);
  await openAnswering('overview', site);
  expect(screen.queryByText(/nyare version/)).toBeNull();
});

test.each([
  ['colleagues', /^Kollegor har börjat svara\./],
  ['campaign', /^Ni svarar i en kampanj, som ställer samma frågor till alla företag\.$/],
] as const)('the page says which of the two reasons holds the version: %s', async (by, reason) => {
  const site = newSite();
  site.fixVersion(by, newer.to);
  await openAnswering('version', site);

  expect(screen.getByText('Versionen ligger fast')).toBeDefined();
  expect(screen.getByText(reason)).toBeDefined();
});

test('the page counts the questions that the firm is asked and that give points, and no others', async () => {
  await openAnswering('version', offered());

  // Of the three with points one is asked anew; the two about wishes give none.
  expect(screen.getByText('2 frågor är kvar. Det ni har svarat på dem följer med.')).toBeDefined();
});

test.each([
  [
    { isAnswered: true, comesBack: false },
    'Ert svar följer inte med. Det finns där igen om ni byter tillbaka till version 1.',
  ],
  [{ isAnswered: false, comesBack: true }, 'Det ni svarade på den innan ni bytte version kommer tillbaka.'],
  [
    { isAnswered: true, comesBack: true },
    'Ert svar följer inte med. Det ni svarade innan ni bytte version kommer tillbaka i stället. Byter ni tillbaka till version 1 finns det här svaret där igen.',
  ],
])('on the way back it says of each question what becomes of its answers: %o', async (fate, said) => {
  const back = { ...newer, direction: 'back' as const, anew: newer.anew.map((each) => ({ ...each, ...fate })) };
  await openAnswering('version', offered(back));

  const anew = screen.getByText('Vad mäter ni varje dag?').closest('li');
  expect(within(anew ?? document.body).getByText(said)).toBeDefined();
  expect(screen.getByRole('heading', { level: 3, name: 'Frågor ni får tillbaka' })).toBeDefined();
});

test('nothing is said on the newest version, nor where it could not be asked', async () => {
  await openAnswering('overview');

  expect(screen.queryByText(/version av frågorna/)).toBeNull();
});

test('the page lists what changes, question by question, in the words before and after', async () => {
  await openAnswering('version', offered());

  const anew = screen.getByText('Vad mäter ni varje dag?').closest('li');
  expect(within(anew ?? document.body).getByText('Hur mäter ni?')).toBeDefined();
  expect(within(anew ?? document.body).getByText(/^Ert svar följer inte med/)).toBeDefined();
  expect(screen.getByText('Hur följer ni upp?')).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Ställs på nytt',
    'Nya frågor',
    'Med andra ord',
  ]);
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
