import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { getSharedFirm, listFirmsLettingIn } from '#shared/contracts/advising.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { firmId, lettingInOf, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = (site = new FakeAdvisingSite()) => openAdvising(paths.sharedFirm(organisationId, firmId), site);
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const over = 'Företaget delar inte det här med er';
const looks = (site: FakeAdvisingSite) => site.server.sent(getSharedFirm).length;
const questions = (site: FakeAdvisingSite) => site.server.sent(listFirmsLettingIn).length;
/** What is on the page, its title and its attributes included. */
const everything = () => document.documentElement.outerHTML + document.title;

/** Nothing that the firm has said is left. */
function expectNothingLeft(): void {
  for (const words of ['Smedjan', '556016', 'Eva', '026', 'Ring efter fyra', 'Teknik', 'D2.1']) {
    expect(everything()).not.toContain(words);
  }
}

test('asks every half minute, without another look at the firm', async () => {
  const { site } = await open();
  const before = questions(site);

  await pass(61);

  expect(questions(site) - before).toBe(2);
  expect(looks(site)).toBe(1);
  expect(screen.getByRole('heading', { level: 1, name: 'Smedjan AB' })).toBeTruthy();
});

test('takes everything off the page within half a minute of the withdrawal', async () => {
  const { site } = await open();
  site.withdraw();

  await pass(30);

  await heading(over);
  expectNothingLeft();
  expect(screen.getByRole('link', { name: 'Arbetskö' })).toBeTruthy();
});

test('asks at once when the window gets the focus back', async () => {
  const { site } = await open();
  await pass(1);
  site.withdraw();

  fireEvent.focus(window);

  await heading(over);
  expectNothingLeft();
});

test('takes the content away before it knows what is left of it', async () => {
  const { site } = await open();
  site.withdrawResults();
  const { promise, resolve } = Promise.withResolvers<Response>();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    address.endsWith(firmId) ? promise : fetch(address, init),
  );

  await pass(30);

  await heading('Företaget har ändrat vad det delar');
  expectNothingLeft();
  resolve(await fetch(`/api/advisor/organisations/${organisationId}/firms/${firmId}`));
  await heading('Smedjan AB');
  expect(screen.getByText('Företaget delar inte sina resultat')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Teknik' })).toBeNull();
});

test('notices when one of several requests is withdrawn', async () => {
  const { site } = await open();
  site.firms = [lettingInOf({ consentIds: [uuid('c', 2)] })];
  site.shared = { ...site.shared, requests: [] };

  await pass(30);

  expect(await screen.findByText('Företaget har ingen förfrågan hos Stålklustret nu')).toBeTruthy();
  expect(everything()).not.toContain('Ring efter fyra');
});

test('moves the focus that was on what is gone to the heading', async () => {
  const { site } = await open();
  screen.getByRole('link', { name: 'eva@smedjan.se' }).focus();
  site.withdraw();

  await pass(30);

  const title = await heading(over);
  expect(document.activeElement).toBe(title);
});

test('keeps what one was writing when the firm withdraws, to be copied, and nothing of the firm', async () => {
  const { site } = await open();
  const [subject] = screen.getAllByLabelText('Om vad');
  subject?.focus();
  fireEvent.change(subject as HTMLElement, { target: { value: 'Ny maskin i vår' } });
  site.withdraw();

  await pass(30);

  await heading(over);
  expectNothingLeft();
  const kept = screen.getByText('Det ni höll på att skriva finns kvar här').closest('[role=status]');
  expect(kept?.textContent).toContain('Om vadNy maskin i vår');
  expect(document.activeElement?.contains(kept)).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});

test('does not leave what one was writing on a screen that rests, and has it again afterwards', async () => {
  const { site } = await open();
  const [subject] = screen.getAllByLabelText('Om vad');
  fireEvent.change(subject as HTMLElement, { target: { value: 'Ny maskin i vår' } });
  await pass(15 * 60);
  await heading('Sidan har vilat');
  expect(everything()).not.toContain('Ny maskin');

  fireEvent.pointerDown(screen.getByRole('button', { name: 'Visa igen' }));
  fireEvent.click(screen.getByRole('button', { name: 'Visa igen' }));

  await heading('Smedjan AB');
  expect(screen.getByText('Ny maskin i vår')).toBeTruthy();
  expect(looks(site)).toBe(1);
});

test('asks nothing while nobody can see the page, and at once when somebody can', async () => {
  const { site } = await open();
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const before = questions(site);
  site.withdraw();
  await pass(120);
  expect(questions(site)).toBe(before);

  visibility.mockReturnValue('visible');
  fireEvent(document, new Event('visibilitychange'));

  await heading(over);
});

test('leads to the sign-in when the session has ended, with nothing left on the page', async () => {
  const { site } = await open();
  site.server.refused.set('listFirmsLettingIn', 'sign-in-required');
  site.server.refused.set('getSharedFirm', 'sign-in-required');

  await pass(30);

  await heading('Logga in');
  expectNothingLeft();
});

test('outlives a network that is gone for a moment, and not one that stays away', async () => {
  const { site } = await open();
  site.server.refused.set('listFirmsLettingIn', 'no-reply');

  await pass(240);
  expect(screen.getByRole('heading', { level: 1, name: 'Smedjan AB' })).toBeTruthy();
  await pass(90);

  await heading('Servern svarar inte');
  expectNothingLeft();
  site.server.refused.clear();
  await pass(30);
  await heading('Smedjan AB');
  expect(looks(site)).toBe(1);
});

test('rests when nobody has touched it for a while: nothing shown, nothing asked', async () => {
  const { site } = await open();
  await pass(15 * 60);
  await heading('Sidan har vilat');
  expectNothingLeft();
  const before = questions(site);
  await pass(15 * 60);
  expect(questions(site)).toBe(before);

  fireEvent.pointerDown(screen.getByRole('button', { name: 'Visa igen' }));
  fireEvent.click(screen.getByRole('button', { name: 'Visa igen' }));

  await heading('Smedjan AB');
  expect(looks(site)).toBe(1);
});

test('stops asking when one leaves the page', async () => {
  const { site, router } = await open();
  await act(() => router.navigate(paths.package('supplier-network')));
  await heading('Ett paket');
  const before = questions(site);

  await pass(120);

  expect(questions(site)).toBe(before);
});
