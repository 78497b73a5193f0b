import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foreseeReminders, remindFirms } from '#shared/contracts/outreach.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { organisationId } from './advising-fixture.ts';
import type { FakeAdvisingSite } from './fake-advising-site.ts';
import { rowOf } from './queue-fixture.ts';
import { button, choose, chooseAll, openQueue, pass, press, report, user } from './queue-walk.ts';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const withoutRequest = (number: number, name: string, changes: Parameters<typeof rowOf>[2] = {}) =>
  rowOf(number, name, { referral: null, ...changes });
const firms = () => [withoutRequest(1, 'Smedjan AB'), withoutRequest(2, 'Åby Gjuteri'), withoutRequest(3, 'Hyttan')];
const openDue = (rows = firms()) => openQueue(rows, '?view=rounds-due');
const dialog = () => screen.findByRole('dialog', { name: 'Påminn om nästa omgång' });
const asked = async () => within(await dialog()).findByRole('status');
const reasons = async () =>
  within(await dialog())
    .getAllByRole('listitem')
    .map((each) => each.textContent);
const reminded = (site: FakeAdvisingSite) =>
  site.server.sent(remindFirms).map(({ params, body }) => ({ ...(params as object), ...(body as object) }));
const offered = () =>
  within(screen.getByRole('group', { name: 'Med de valda' }))
    .getAllByRole('button')
    .map((each) => each.textContent);

test('offers to remind firms without a request, and nothing that takes one', async () => {
  await openDue();
  await chooseAll();

  expect(screen.getByText('3 valda')).toBeTruthy();
  expect(offered()).toEqual(['Påminn']);
  expect(screen.queryByText(/har ingen förfrågan som pågår/)).toBeNull();
});

test('offers what can be done with requests only as long as each chosen has one, and says so', async () => {
  await openQueue([rowOf(1, 'Smedjan AB'), withoutRequest(2, 'Åby Gjuteri')], '?view=all');
  await choose('Smedjan AB');
  expect(offered()).toEqual(['Anta', 'Avböj', 'Lämna vidare', 'Påminn', 'Ge till kollegan']);

  await choose('Åby Gjuteri');

  expect(offered()).toEqual(['Påminn']);
  expect(screen.getByText(/^Några av de valda har ingen förfrågan som pågår/)).toBeTruthy();
});

test('does not offer it among the requests that wait', async () => {
  await openQueue();
  await choose('Smedjan AB');

  expect(offered()).toEqual(['Anta', 'Avböj', 'Lämna vidare', 'Ge till kollegan']);
});

test('does not offer it of a request from a firm that shows no results', async () => {
  await openQueue([rowOf(1, 'Smedjan AB', { purposes: ['contact'], facts: null })], '?view=all');
  await choose('Smedjan AB');

  expect(offered()).toEqual(['Anta', 'Avböj', 'Lämna vidare', 'Ge till kollegan']);
});

test('lets nobody choose a firm that can neither be reminded nor has a request', async () => {
  const named = withoutRequest(2, 'Åby Gjuteri', { purposes: ['cohort'], facts: null });
  await openQueue([withoutRequest(1, 'Smedjan AB'), named], '?view=all');

  expect(screen.getAllByRole('checkbox', { name: /^Välj .+,/ })).toHaveLength(1);
});

test('says before anything is sent how many get a mail, and why the others do not', async () => {
  const { site } = await openDue([
    ...firms(),
    withoutRequest(4, 'Sågen'),
    withoutRequest(5, 'Bruket'),
    withoutRequest(6, 'Kvarnen'),
  ]);
  site.queue.reminders.set(uuid('a', 2), 'reminded-lately');
  site.queue.reminders.set(uuid('a', 3), 'reminded-lately');
  site.queue.reminders.set(uuid('a', 4), 'nobody-to-tell');
  site.queue.reminders.set(uuid('a', 5), 'not-due');
  site.queue.reminders.set(uuid('a', 6), 'opted-out');
  await chooseAll();

  await press('Påminn');

  expect((await asked()).textContent).toBe('1 av 6 valda får ett mejl.');
  expect(await reasons()).toEqual([
    'Påmindes för mindre än 30 dagar sedan: Åby Gjuteri, Hyttan',
    'Ingen på företaget har ett konto: Sågen',
    'Har gjort en omgång nyligen: Bruket',
    'Har sagt nej till mejl från er: Kvarnen',
  ]);
  expect(reminded(site)).toEqual([]);
});

test('sends after ten seconds to those alone who get a mail, and says what came of it', async () => {
  const { site } = await openDue();
  site.queue.reminders.set(uuid('a', 2), 'not-due');
  await chooseAll();
  await press('Påminn');
  await asked();
  await press('Påminn 2 företag');

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(report());
  expect(report().textContent).toContain('2 företag påminns med mejl.');
  await pass(8);
  expect(reminded(site)).toEqual([]);
  await pass(3);

  expect(reminded(site)).toEqual([{ organisationId, firmIds: [uuid('a', 1), uuid('a', 3)] }]);
  await waitFor(() => expect(report().textContent).toContain('2 företag är påminda om nästa omgång.'));
  expect(screen.getByText('1 vald')).toBeTruthy();
});

test('sends nothing when it is undone, and has the same chosen as before', async () => {
  const { site } = await openDue();
  await choose('Hyttan');
  await press('Påminn');
  expect((await asked()).textContent).toBe('Företaget får ett mejl.');
  await press('Påminn 1 företag');
  expect(screen.getByRole('checkbox', { name: /^Välj Hyttan/ })).toHaveProperty('disabled', true);

  await press('Ångra');
  await pass(60);

  expect(reminded(site)).toEqual([]);
  expect(report().textContent).toContain('Ångrat. Inget har skickats.');
  expect(screen.getByRole('checkbox', { name: /^Välj Hyttan/ })).toHaveProperty('checked', true);
});

test('names those who were not reminded after all, and why', async () => {
  const { site } = await openDue();
  await chooseAll();
  await press('Påminn');
  await asked();
  await press('Påminn 3 företag');
  site.queue.reminders.set(uuid('a', 2), 'reminded-lately');
  site.queue.reminders.set(uuid('a', 3), 'not-found');

  await press('Gör det nu');

  await waitFor(() => expect(report().textContent).toContain('1 företag är påmint om nästa omgång.'));
  expect(
    within(report())
      .getAllByRole('listitem')
      .map((each) => each.textContent),
  ).toEqual(['Åby Gjuteri: Påmindes för mindre än 30 dagar sedan', 'Hyttan: Släpper inte längre in er']);
});

test('offers nothing to send when none gets a mail', async () => {
  const { site } = await openDue();
  site.queue.reminders.set(uuid('a', 1), 'nobody-to-tell');
  await choose('Smedjan AB');
  await press('Påminn');

  expect((await asked()).textContent).toBe('Ingen av de valda får något mejl.');
  expect(
    within(await dialog())
      .getAllByRole('button')
      .map((each) => each.textContent),
  ).toEqual(['Stäng']);
  await press('Stäng');
  expect(screen.getByText('1 vald')).toBeTruthy();
});

test('says that no answer came, has everything chosen still, and asks again', async () => {
  const { site } = await openDue();
  await chooseAll();
  site.server.refused.set('foreseeReminders', 'no-reply');
  await press('Påminn');
  expect((await within(await dialog()).findByRole('alert')).textContent).toContain('Det kom inget svar');

  site.server.refused.clear();
  await press('Försök igen');

  expect((await asked()).textContent).toBe('3 av 3 valda får ett mejl.');
});

test('leaves everything chosen when no answer comes to the sending', async () => {
  const { site } = await openDue();
  await chooseAll();
  await press('Påminn');
  await asked();
  await press('Påminn 3 företag');
  site.server.refused.set('remindFirms', 'no-reply');

  await press('Gör det nu');

  expect((await within(report()).findByRole('alert')).textContent).toContain('Det kom inget svar');
  expect(screen.getByText('3 valda')).toBeTruthy();
});

test('reminds through each organisation, and of a firm that lets in two only once', async () => {
  const { site } = await openDue([
    withoutRequest(1, 'Smedjan AB'),
    withoutRequest(1, 'Smedjan AB', { organisation: 2 }),
    withoutRequest(2, 'Åby Gjuteri', { organisation: 2 }),
  ]);
  await chooseAll();
  await press('Påminn');

  expect((await asked()).textContent).toBe('2 av 3 valda får ett mejl.');
  await press('Påminn 2 företag');
  await press('Gör det nu');

  await waitFor(() =>
    expect(reminded(site)).toEqual([
      { organisationId, firmIds: [uuid('a', 1)] },
      { organisationId: uuid('b', 2), firmIds: [uuid('a', 2)] },
    ]),
  );
  expect(site.server.sent(foreseeReminders)).toHaveLength(2);
  await pass(1);
});

test('goes by keyboard alone from the row to the mail', async () => {
  const { site } = await openDue();
  screen.getByRole('checkbox', { name: /^Välj Smedjan AB/ }).focus();
  await user.keyboard(' ');
  await user.tab();
  await user.keyboard('{Enter}');
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(button('Påminn'));
  await user.keyboard('{Enter}');
  await asked();
  button('Påminn 1 företag').focus();
  await user.keyboard('{Enter}');
  await press('Gör det nu');

  await waitFor(() => expect(reminded(site)).toHaveLength(1));
  await pass(1);
});
