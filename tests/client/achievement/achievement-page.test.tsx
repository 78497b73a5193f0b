import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { AchievementPage } from '#client/src/features/achievement/achievement-page.tsx';
import { messages } from '#client/src/features/achievement/locales/sv.po';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { show } from '../ui/show.tsx';
import { achievementOf, emptyAchievement, organisationId } from './achievement-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-bar-chart.tsx', () => ({
  LazyBarChart: ({ children }: { children: unknown }) => children,
}));

beforeEach(() => i18n.load('sv', messages));

function open(loaded: AchievementDocument, search = '') {
  const shown = show(<AchievementPage loaded={loaded} />, 'sv', `/${search}`);
  return { ...shown, user: userEvent.setup() };
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const rowsOf = (table: RegExp) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
const keyFigure = (term: string) => screen.getAllByText(term).find(({ tagName }) => tagName === 'DT')?.parentElement;

test('says the finding in its title, up to which day, and each figure with what it is of', () => {
  open(achievementOf());

  expect(heading()).toBe('Triple Steelix har nått omkring 60 företag');
  screen.getByText(/till och med den 31 oktober 2026/);
  expect(keyFigure('Företag')?.textContent).toBe('Företag60');
  expect(keyFigure('Besvarade inom 3 vardagar')?.textContent).toContain('80');
  expect(keyFigure('Besvarade inom 3 vardagar')?.textContent).toContain('av omkring 50 förfrågningar');
  expect(keyFigure('Vardagar inom vilka nio av tio fick svar')?.textContent).toContain('har inte kommit dit');
});

test('shows another year by its link, in the title, in the figures and in the PDF', async () => {
  const { user } = open(achievementOf());
  await user.click(within(screen.getByRole('navigation', { name: 'Period' })).getByRole('link', { name: '2026' }));

  expect(heading()).toBe('Triple Steelix nådde omkring 35 nya företag under 2026');
  expect(keyFigure('Nya företag')?.textContent).toBe('Nya företag35');
  expect(keyFigure('Genomförda paket')?.textContent).toBe('Genomförda paket15');
  expect(screen.getByRole('link', { name: '2026' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: 'Spara som PDF' }).getAttribute('href')).toBe(
    `/api/advisor/organisations/${organisationId}/achievement/report?period=2026&language=sv`,
  );
});

test('a period in the address that does not exist shows everything', () => {
  open(achievementOf(), '?period=1999');
  expect(heading()).toBe('Triple Steelix har nått omkring 60 företag');
});

test('marks what is not shown, also for those who listen, and names every row', () => {
  open(achievementOf());

  expect(rowsOf(/^Företag efter län/)).toEqual([
    'Värmland10',
    'Dalarna30',
    'Gävleborg..visas inte',
    'Utanför de tre länen..visas inte',
  ]);
  expect(rowsOf(/^Vad som hände varje år/)).toEqual(['20252520..visas inte', '2026353015']);
  // A long list names those that can be shown.
  expect(rowsOf(/^Genomförda paket/)).toEqual([
    'Paket b15',
    'Vart och ett av de övriga 3: för få företag, eller inga..visas inte',
  ]);
});

test('shows the groups of a package by name, day and place, and what lies outside them', () => {
  const { unmount } = open(achievementOf());
  expect(rowsOf(/^Paket b: genomförda efter grupp/)).toEqual([
    'Började 2 februari 2026, Borlänge10',
    'Vårens grupp, började 13 april 2026, på nätet..visas inte',
    'I ingen grupp, eller i en som inte är avslutad..visas inte',
  ]);
  unmount();

  const { figures } = achievementOf();
  open(achievementOf({ figures: { ...figures, requests: { ...figures.requests, completedByGroup: [] } } }));
  screen.getByText(/Grupper visas för ett paket när minst 5 företag har genomfört det i samma grupp/);
});

test('every figure can be saved as a workbook and as CSV, in the language of the page', () => {
  open(achievementOf());
  expect(screen.getByRole('link', { name: /\(CSV\)$/ }).getAttribute('href')).toBe(
    `/api/advisor/organisations/${organisationId}/achievement/table?language=sv`,
  );
  expect(screen.getByRole('link', { name: /\(xlsx\)$/ }).getAttribute('href')).toContain('/workbook?language=sv');
});

test('says how much firms changed, how sure that is, and what it does not show', () => {
  open(achievementOf());

  expect(rowsOf(/^Förändring i nivå/)[0]).toMatch(/^Digital mognad\+0,3[-−]0,1 till \+0,715$/);
  expect(rowsOf(/^Förändring i nivå/)[1]).toContain('visas inte');
  screen.getByText(/inte att paketet är orsaken/);
});

test('says nothing of change with too few firms', () => {
  const { figures } = achievementOf();
  open(achievementOf({ figures: { ...figures, change: { digital: null, process: null } } }));

  screen.getByText(/Färre än 10 företag har genomfört ett paket/);
  expect(screen.queryByRole('table', { name: /^Förändring i nivå/ })).toBeNull();
});

test('says in one sentence that no reason for a no can be shown', () => {
  const { figures } = achievementOf();
  const declinedByReason = figures.requests.declinedByReason.map(({ code }) => ({ code, count: null }));
  open(achievementOf({ figures: { ...figures, requests: { ...figures.requests, declinedByReason } } }));

  screen.getByText(/^Varför det blev nej visas när minst 5 företag ligger bakom ett skäl/);
  expect(screen.queryByRole('table', { name: 'Varför det blev nej' })).toBeNull();
});

test('says that firms are simulated where they are, and only there', () => {
  const { unmount } = open(achievementOf({ isSimulated: true }));
  screen.getByText('Simulerade företag');
  unmount();

  open(achievementOf());
  expect(screen.queryByText('Simulerade företag')).toBeNull();
});

test('a provider with nothing to show yet reads when there will be something', () => {
  open(emptyAchievement());

  expect(heading()).toBe('Triple Steelix: ännu för få företag för att visa siffror');
  screen.getByText(/minst 5 företag har släppt in er/);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Spara som PDF' })).toBeNull();
  screen.getByText(/Skydd: ett antal med färre än 5 företag/);
});
