import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { openOutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import { readRememberedResponse } from '#client/src/features/answering/remembered-response.ts';
import { type FakeSite, newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const level = (points: number) => ({ value: { state: 'level' as const, level: points }, comment: '' });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const notice = () => screen.findByRole('alert');
const closings = ({ requests }: FakeSite) => requests.filter(({ path }) => path.endsWith('/closing-here'));

function askedSite(): FakeSite {
  const site = newSite();
  site.askForPart(['D1']);
  return site;
}

async function openDone() {
  const site = askedSite();
  site.answerElsewhere('D1.1', level(2));
  const opened = await openAnswering('review', site);
  await press('Jag är klar');
  await screen.findByText('Tack, du är klar');
  return opened;
}

test('who is done can close their answers in a browser that others use, and nothing of them stays in it', async () => {
  const { site, router } = await openDone();
  expect(readRememberedResponse()).toBe(site.responseId);

  await press('Stäng mina svar här');
  within(screen.getByRole('dialog')).getByText('Det du har svarat är sparat och räknas som förut.');
  await press('Stäng här');

  await screen.findByRole('heading', { name: 'Stängt' });
  expect(router.state.location.hash).toBe('#closed');
  expect(closings(site)).toHaveLength(1);
  expect(readRememberedResponse()).toBeUndefined();
});

test('closing them says at no moment that they open no more', async () => {
  await openDone();
  const said: (string | null)[] = [];
  const watch = new MutationObserver(() => said.push(document.body.textContent));
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  await press('Stäng mina svar här');
  await press('Stäng här');
  await screen.findByRole('heading', { name: 'Stängt' });
  watch.disconnect();

  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => text?.includes('öppnas inte längre här'))).toEqual([]);
});

test('nothing is closed while an answer is only in the browser', async () => {
  const site = askedSite();
  await openAnswering('items/1', site);
  site.refuse(true);
  await choose('planering 3');
  await userEvent.click(screen.getByRole('link', { name: 'Alla områden' }));

  await press('Stäng mina svar här');
  within(screen.getByRole('dialog')).getByText(
    'Det som inte är sparat än skickas först. Går inte det får du frågan vad som ska hända med det.',
  );
  await press('Stäng här');

  await screen.findByRole('heading', { name: '1 svar gick inte att spara' });
  expect(screen.getByText(/ingenting är stängt än/)).toBeDefined();
  await press('Avbryt');
  expect(closings(site)).toHaveLength(0);
  expect(readRememberedResponse()).toBe(site.responseId);
});

test.each([
  ['Stäng och behåll dem i den här webbläsaren', '#closed&kept=1', 1],
  ['Stäng och släng dem', '#closed&dropped=1', 0],
])('%s: what could not be saved is dealt with as one says, and told of', async (choice, hash, left) => {
  const site = askedSite();
  const { router } = await openAnswering('items/1', site);
  site.refuse(true);
  await choose('planering 3');
  await userEvent.click(screen.getByRole('link', { name: 'Alla områden' }));
  site.endSession();
  await press('Stäng mina svar här');
  await press('Stäng här');
  await screen.findByText(/Härifrån går de inte att skicka nu/);

  await press(choice);

  await screen.findByRole('heading', { name: 'Stängt' });
  expect(router.state.location.hash).toBe(hash);
  expect((await openOutboxStore(site.responseId).read()).entries).toHaveLength(left);
});

test('that one is done is still said after having been elsewhere among the pages', async () => {
  await openDone();
  await userEvent.click(screen.getByRole('link', { name: 'Alla områden' }));
  await userEvent.click(screen.getByRole('link', { name: 'Fortsätt med nästa fråga' }));
  await userEvent.click(screen.getByRole('link', { name: 'Alla områden' }));
  const [toReview] = screen.getAllByRole('link', { name: 'Se igenom svaren' });
  await userEvent.click(toReview ?? document.body);

  expect(screen.getByText('Tack, du är klar')).toBeDefined();
});

test('whether one counts where few have answered can be changed, and is said', async () => {
  const { site } = await openAnswering('overview', askedSite());
  const group = screen.getByRole('group', { name: 'Får dina svar räknas där få har svarat?' });
  expect(within(group).getByRole('radio', { name: /^Nej/, checked: true })).toBeDefined();

  await userEvent.click(within(group).getByRole('radio', { name: /^Ja/ }));

  expect(await screen.findByText('Sparat. Dina svar räknas också där få har svarat.')).toBeDefined();
  expect(within(group).getByRole('radio', { name: /^Ja/, checked: true })).toBeDefined();
  expect(site.requests.at(-1)).toMatchObject({ method: 'PUT', body: { countsAlone: true } });
});

test('an invitation that has ended is told of as that, says whom to ask, and keeps what could not be sent', async () => {
  const { site } = await openAnswering('items/1', askedSite());
  site.endSession();
  await choose('planering 1');

  const words = (await notice()).textContent;
  expect(words).toMatch(/Dina svar öppnas inte längre här/);
  expect(words).toMatch(/Fråga den som bjöd in dig/);
  expect(words).toMatch(/inte sparat men ligger kvar i den här webbläsaren/);
  expect(words).not.toMatch(/konto|Logga in|\b[Nn]i\b/);
  expect(screen.getByRole('radio', { name: 'planering 1', checked: true })).toBeDefined();
});

test('what could not be sent is sent once one comes in again', async () => {
  const { site, unmount } = await openAnswering('items/1', askedSite());
  site.endSession();
  await choose('planering 1');
  await notice();
  unmount();
  site.signIn();

  await openAnswering('items/1', site);

  expect(await screen.findByText(/^Sparat/)).toBeDefined();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(1));
});

test('saying that one is done with an invitation that has ended says that it has', async () => {
  const site = askedSite();
  site.answerElsewhere('D1.1', level(2));
  await openAnswering('review', site);
  site.endSession();

  await press('Jag är klar');

  expect((await notice()).textContent).toMatch(/Dina svar öppnas inte längre här/);
});

test('answers that were on their way when the firm submitted are counted, and said to be too late', async () => {
  const { site } = await openAnswering('items/1', askedSite());
  site.goAway(true);
  await choose('planering 1');
  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));
  await choose('mätning 2');
  site.goAway(false);
  site.submitElsewhere();
  window.dispatchEvent(new Event('online'));

  await waitFor(async () =>
    expect((await notice()).textContent).toMatch(/De 2 svar du gav sist kom för sent för att räknas/),
  );
});

test('pages speak to the one who answers, and of the firm as they do to everybody', async () => {
  const { unmount, site } = await openAnswering('overview', askedSite());
  expect(screen.getByText(/^Du har svarat på 0 av/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Skapa en hemlig länk' })).toBeDefined();
  expect(document.body.textContent).not.toMatch(/\b([Nn]i|[Ee]r|[Ee]ra|[Ee]rt)\b/);
  unmount();
  await openAnswering('review', site);
  expect(screen.getByText('Du behöver inte svara på allt. Du kan säga att du är klar ändå.')).toBeDefined();
});

test('who says that they are done just as the firm has submitted is told that what they answered came in in time', async () => {
  const site = askedSite();
  site.answerElsewhere('D1.1', level(2));
  await openAnswering('review', site);
  site.submitElsewhere();

  await press('Jag är klar');

  expect((await notice()).textContent).toMatch(/Det du har svarat kom in i tid/);
  expect(screen.queryByRole('button', { name: 'Jag är klar' })).toBeNull();
});
