import { i18n } from '@lingui/core';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type FakeSite, newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const level = (points: number, comment = '') => ({ value: { state: 'level' as const, level: points }, comment });
const submitButton = () => screen.getByRole('button', { name: 'Skicka in och se resultatet' });
const submissions = ({ requests }: FakeSite) => requests.filter(({ path }) => path.endsWith('/submission'));

function answeredSite(): FakeSite {
  const site = newSite();
  site.answerElsewhere('D1.1', level(2, 'som i fjol'));
  return site;
}

test('lists what is missing first, each a link to its question, and what was answered with its comment', async () => {
  await openAnswering('review', answeredSite());

  expect(screen.getByRole('heading', { name: 'Inte besvarade än (2)' })).toBeDefined();
  expect(screen.getByText('planering 2')).toBeDefined();
  expect(screen.getByText('Kommentar: som i fjol')).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Hur mäter ni?' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Hur mäter ni?' })).toBeDefined();
});

test('submits nothing while nothing is answered', async () => {
  await openAnswering('review');

  expect(submitButton()).toHaveProperty('disabled', true);
  expect(screen.getByText('Svara först på minst en fråga.')).toBeDefined();
});

test('submits and goes to the result', async () => {
  const { site } = await openAnswering('review', answeredSite());

  await userEvent.click(submitButton());

  expect(await screen.findByRole('heading', { name: 'Resultat' })).toBeDefined();
  expect(submissions(site)).toHaveLength(1);
  expect(submissions(site)[0]?.body).toEqual({ language: 'sv' });
});

test('repeats a submission whose reply was lost under the same key, also after a reload', async () => {
  const first = await openAnswering('review', answeredSite());
  first.site.loseReplies(true);
  await userEvent.click(submitButton());
  expect(await screen.findByText('Svaren kunde inte skickas in')).toBeDefined();
  first.site.loseReplies(false);
  first.unmount();

  await openAnswering('review', first.site);
  await userEvent.click(submitButton());
  await screen.findByRole('heading', { name: 'Resultat' });

  const keys = submissions(first.site).map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('uses another key in another language, because it is another request', async () => {
  const { site } = await openAnswering('review', answeredSite());
  site.loseReplies(true);
  await userEvent.click(submitButton());
  await screen.findByText('Svaren kunde inte skickas in');
  site.loseReplies(false);

  act(() => i18n.activate('en'));
  await userEvent.click(screen.getByRole('button', { name: 'Submit and see the result' }));
  await screen.findByRole('heading', { name: 'Resultat' });

  const keys = submissions(site).map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(2);
});

test('does not submit without an answer that has not arrived', async () => {
  const { site } = await openAnswering('items/2', answeredSite());
  site.refuse(true);
  await userEvent.click(screen.getByRole('radio', { name: 'mätning 1' }));
  await screen.findByText(/Servern tog inte emot svaret/);
  await userEvent.click(screen.getByRole('link', { name: 'Alla områden' }));
  await userEvent.click((await screen.findAllByRole('link', { name: 'Se igenom svaren' }))[0] ?? document.body);

  await userEvent.click(await screen.findByRole('button', { name: 'Skicka in och se resultatet' }));

  expect(await screen.findByText(/Några svar är inte sparade än/)).toBeDefined();
  expect(submissions(site)).toHaveLength(0);
});

test('the overview counts what is answered and leads to the next question of each area', async () => {
  await openAnswering('overview', answeredSite());

  expect(screen.getByText(/Ni har svarat på 1 av 3 frågor/)).toBeDefined();
  expect(screen.getByText('1 av 2 besvarade')).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Digitala arbetssätt' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Hur mäter ni?' })).toBeDefined();
});

test('makes a secret link when asked, copies it and says how long it lasts', async () => {
  const user = userEvent.setup();
  await openAnswering('overview', answeredSite());

  await user.click(screen.getByRole('button', { name: 'Skapa en hemlig länk' }));
  const field = await screen.findByRole('textbox', { name: 'Hemlig länk' });
  await user.click(screen.getByRole('button', { name: 'Kopiera länken' }));

  expect(screen.getByText(/Gäller till 3 februari 2026/)).toBeDefined();
  expect(await screen.findByText(/Länken är kopierad/)).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe(field.getAttribute('value'));
});

test('selects the link to be copied by hand where the page has no clipboard', async () => {
  const user = userEvent.setup();
  await openAnswering('overview', answeredSite());
  await user.click(screen.getByRole('button', { name: 'Skapa en hemlig länk' }));
  const field = await screen.findByRole('textbox', { name: 'Hemlig länk' });
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);

  await user.click(screen.getByRole('button', { name: 'Kopiera länken' }));

  await waitFor(() => expect(document.activeElement).toBe(field));
  vi.restoreAllMocks();
});

const campaignEnd = '2040-01-23T23:00:00.000Z';

test.each(['overview', 'review'])('says on %s for whom one answers, and until when', async (page) => {
  const site = answeredSite();
  site.answerCampaign(campaignEnd);
  await openAnswering(page, site);

  expect(
    screen.getByText('Ni svarar på ”Nulägesmätning” från Compare. Skicka in senast den 20 januari 2040.'),
  ).toBeDefined();
});

test('a campaign that its organiser has ended meanwhile is told before anything is submitted, with the way on', async () => {
  const site = answeredSite();
  site.answerCampaign(campaignEnd);
  await openAnswering('overview', site);
  site.answerCampaign('2026-02-03T14:32:00.000Z', true);
  await userEvent.click(screen.getByRole('link', { name: 'Se igenom svaren' }));

  expect(await screen.findByText('Kampanjen tar inte emot fler svar')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Skicka in för egen del' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Skicka in och se resultatet' })).toBeNull();
  expect(submissions(site)).toEqual([]);
});

test('what another device has submitted for a campaign leads to no result that would not open here', async () => {
  const site = answeredSite();
  site.answerCampaign(campaignEnd);
  await openAnswering('items/1', site);
  site.submitElsewhere();
  await userEvent.click((await screen.findAllByRole('radio'))[1] as HTMLElement);

  expect(await screen.findByText(/^Resultatet öppnas i den webbläsare där de skickades in/)).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Se resultatet' })).toBeNull();
});
