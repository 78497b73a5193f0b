import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type FakeSite, newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const level = (points: number, comment = '') => ({ value: { state: 'level' as const, level: points }, comment });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const notice = () => screen.findByRole('alert');
const saves = ({ requests }: FakeSite) => requests.filter(({ path }) => path.includes('/answers/'));
const signInLink = () => screen.getByRole('link', { name: 'Logga in' });
const comeBack = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));

async function openLockedOut() {
  const opened = await openAnswering('items/1');
  opened.site.claimElsewhere();
  await choose('planering 1');
  await notice();
  return opened;
}

test('a key that has ended is told of once, and what is given stays on the page unsent', async () => {
  const { site } = await openLockedOut();

  await choose('planering 3');
  await userEvent.click(screen.getByText('Lägg till en kommentar'));
  await userEvent.type(screen.getByRole('textbox', { name: /Kommentar/ }), 'skrivet efteråt');
  await userEvent.tab();

  expect((await notice()).textContent).toMatch(
    /Troligen hör de nu till ett konto\..*Logga in för att fortsätta\. Det ni har skrivit finns kvar här/,
  );
  expect(screen.getByRole('radio', { name: 'planering 3', checked: true })).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Kommentar/ })).toHaveProperty('value', 'skrivet efteråt');
  expect(saves(site)).toHaveLength(1);
});

test('the way to sign in leads back to the same question', async () => {
  await openLockedOut();

  expect(signInLink().getAttribute('href')).toBe('/sign-in?next=/items/1');
});

test('after signing in and coming back everything that was kept is saved', async () => {
  const { site, unmount } = await openLockedOut();
  await choose('planering 3');
  await userEvent.click(signInLink());
  await screen.findByRole('heading', { name: 'Logga in' });
  unmount();
  site.signIn();

  await openAnswering('items/1', site);

  expect(await screen.findByText(/^Sparat/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
});

test('signing in in another tab is noticed on coming back to this one', async () => {
  const { site } = await openLockedOut();
  site.signIn();

  comeBack();

  expect(await screen.findByText(/^Sparat/)).toBeDefined();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(1));
});

test('another tab that saves again lets this one in', async () => {
  const { site } = await openLockedOut();
  site.signIn();
  const other = new BroadcastChannel(`outbox/${site.responseId}`);

  act(() => other.postMessage({ kind: 'saved', stored: site.answerElsewhere('D1.2', level(2)) }));

  expect(await screen.findByText(/^Sparat/)).toBeDefined();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(1));
  other.close();
});

test('coming back without having signed in sends no answer', async () => {
  const { site } = await openLockedOut();

  comeBack();
  await waitFor(() => expect(site.requests.at(-1)?.path).toMatch(/responses\/[^/]+$/));

  expect((await notice()).textContent).toMatch(/Logga in för att fortsätta/);
  expect(saves(site)).toHaveLength(1);
});

test('a session that has ended is called that, and no secret link is offered', async () => {
  const site = newSite();
  site.claimElsewhere();
  site.signIn();
  await openAnswering('items/1', site, 'eva@smedjan.se');
  site.endSession();

  await choose('planering 1');

  expect((await notice()).textContent).toMatch(/Ni är inte längre inloggade/);
  expect(screen.queryByRole('link', { name: 'Öppna en hemlig länk i stället' })).toBeNull();
  expect(signInLink()).toBeDefined();
});

test('submitting with a key that has ended says to sign in, and submits nothing', async () => {
  const site = newSite();
  site.answerElsewhere('D1.1', level(2));
  await openAnswering('review', site);
  site.claimElsewhere();

  await userEvent.click(screen.getByRole('button', { name: 'Skicka in och se resultatet' }));

  expect((await notice()).textContent).toMatch(/Logga in för att fortsätta/);
  expect(screen.queryByText('Svaren kunde inte skickas in')).toBeNull();
});

test('a secret link that can no longer be made says to sign in', async () => {
  const { site } = await openAnswering('overview');
  site.claimElsewhere();

  await userEvent.click(screen.getByRole('button', { name: 'Skapa en hemlig länk' }));

  expect((await notice()).textContent).toMatch(/Logga in för att fortsätta/);
  expect(screen.queryByRole('button', { name: 'Skapa en hemlig länk' })).toBeNull();
});

test('answers without an account can be saved under an e-mail, or continued by a link', async () => {
  await openAnswering('overview');

  expect(screen.getByRole('link', { name: 'Spara under er e-post' }).getAttribute('href')).toBe('/claim');
  expect(screen.getByRole('button', { name: 'Skapa en hemlig länk' })).toBeDefined();
});

test('answers of an account say under whose sign-in they are reached, and offer no link', async () => {
  const site = newSite();
  site.claimElsewhere();
  site.signIn();

  await openAnswering('overview', site, 'eva@smedjan.se');

  expect(screen.getByText(/genom att logga in som eva@smedjan\.se, på vilken enhet som helst/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Skapa en hemlig länk' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Spara under er e-post' })).toBeNull();
});
