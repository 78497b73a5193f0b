import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { readQueueAddress, writeQueueAddress } from '#client/src/features/advising/queue-address.ts';
import { listQueue } from '#shared/contracts/advisor-queue.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { rowOf } from './queue-fixture.ts';

beforeEach(() => localStorage.clear());

const smithy = rowOf(1, 'Smedjan AB');
const foundry = rowOf(2, 'Åby Gjuteri', { facts: { county: '17' } });

async function open(search = '', site = new FakeAdvisingSite()) {
  site.queue.rows = [smithy, foundry];
  const opened = await openAdvising(`/advisor${search}`, site);
  await waitFor(() => expect(screen.queryByText('Hämtar sidan …')).toBeNull());
  const address = () => opened.router.state.location.search;
  const asked = () => site.server.sent(listQueue).at(-1)?.query;
  return { ...opened, address, asked };
}
const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((each) => each.textContent?.trim());
const field = (name: string) => screen.getByRole('combobox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));

test('asks for what the address says', async () => {
  const { asked } = await open(
    '?view=all&order=name&county=20,outside&branch=wood-building&size=5-9&package=growth-talk&assigned=me',
  );

  expect(asked()).toEqual({
    view: 'all',
    order: 'name',
    county: ['20', 'outside'],
    branch: ['wood-building'],
    size: ['5-9'],
    package: ['growth-talk'],
    assigned: 'me',
  });
});

test('ignores what the address says of what does not exist', async () => {
  const { asked } = await open('?view=none&order=worst&county=99,20&branch=x&size=&package=<b>&assigned=you');

  expect(asked()).toEqual({ view: 'to-answer', order: 'due', county: ['20'] });
});

test.each(['', 'view=all&order=due&county=17%2C20', 'branch=steel-and-metals&size=1-4&package=a%2Cb&assigned=nobody'])(
  'writes the address %s as it was read',
  (address) => {
    expect(writeQueueAddress(readQueueAddress(new URLSearchParams(address)))).toBe(address);
  },
);

test('puts a filter into the address, says how many are in force, and shows what fits', async () => {
  const { address } = await open();

  await tick('Värmland');

  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
  expect(address()).toBe('?county=17');
  expect(screen.getByText(/\(1 gäller\)/)).toBeTruthy();
  await tick('Dalarna');
  await waitFor(() => expect(address()).toBe('?county=17%2C20'));
});

test('takes the filters away again, and leaves the order', async () => {
  const { address } = await open('?order=name&county=17&size=10-49&assigned=me');
  expect(screen.getByText(/\(3 gäller\)/)).toBeTruthy();

  await userEvent.click(button('Rensa filtren'));

  await waitFor(() => expect(address()).toBe('?order=name'));
  expect(document.activeElement?.textContent?.trim()).toBe('Filter');
  expect(screen.queryByText(/ gäller\)/)).toBeNull();
});

test('puts the order and whoever looks after it into the address', async () => {
  const { address, asked } = await open();

  await userEvent.selectOptions(field('Ordning'), 'Lägst nivå först');
  await userEvent.selectOptions(field('Sköts av'), 'Ingen');

  await waitFor(() => expect(address()).toBe('?order=lowest-level&assigned=nobody'));
  await waitFor(() => expect(asked()).toMatchObject({ order: 'lowest-level', assigned: 'nobody' }));
});

test('offers the packages of the organisation by name', async () => {
  const { address } = await open('?package=supplier-network');

  await waitFor(() =>
    expect(
      within(field('Paket'))
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['Alla paket', 'Nätverk för underleverantörer']),
  );
  await userEvent.selectOptions(field('Paket'), 'Alla paket');

  await waitFor(() => expect(address()).toBe(''));
});

test('searches for a part of a name at the server, and keeps it out of the address', async () => {
  const { address, asked } = await open();

  await userEvent.type(screen.getByRole('searchbox', { name: 'Sök företag' }), ' åby {Enter}');

  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
  expect(asked()).toMatchObject({ search: 'åby' });
  expect(address()).toBe('');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('keeps searching for the name in another list and under another filter', async () => {
  const { asked } = await open();
  await userEvent.type(screen.getByRole('searchbox'), 'åby{Enter}');

  await tick('Värmland');

  await waitFor(() => expect(asked()).toMatchObject({ search: 'åby', county: ['17'] }));
});

test('is as it was searched when one comes back from a firm, and writes the name into no address', async () => {
  const { router, asked, address } = await open();
  await userEvent.type(screen.getByRole('searchbox'), 'åby{Enter}');
  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
  await userEvent.click(screen.getByRole('link', { name: 'Åby Gjuteri' }));
  await screen.findByRole('link', { name: 'Arbetskö' });

  await act(() => router.navigate(-1));

  expect(((await screen.findByRole('searchbox')) as HTMLInputElement).value).toBe('åby');
  await waitFor(() => expect(asked()).toMatchObject({ search: 'åby' }));
  expect(address()).toBe('');
});

test('says so when no firm has the name, and shows all again', async () => {
  await open();
  await userEvent.type(screen.getByRole('searchbox'), 'finns inte{Enter}');
  expect(await screen.findByText('Inget företag med det namnet')).toBeTruthy();

  await userEvent.click(button('Visa alla'));

  await waitFor(() => expect(names()).toEqual(['Smedjan AB', 'Åby Gjuteri']));
  expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('says so when nothing fits the filters, and shows all again', async () => {
  const { address } = await open('?county=21');
  expect(await screen.findByText('Inget företag passar filtren')).toBeTruthy();

  await userEvent.click(button('Visa alla'));

  await waitFor(() => expect(names()).toEqual(['Smedjan AB', 'Åby Gjuteri']));
  expect(address()).toBe('');
});

test('keeps the address as a view under a name in this browser, as a link that can be removed', async () => {
  await open('?county=17&order=name');
  await userEvent.type(screen.getByRole('textbox', { name: 'Vyns namn' }), 'Värmland');
  await userEvent.click(button('Spara vyn'));

  const views = screen.getByRole('list', { name: 'Sparade vyer' });
  expect(within(views).getByRole('link', { name: 'Värmland' }).getAttribute('href')).toBe(
    '/advisor?order=name&county=17',
  );
  expect(localStorage.getItem('mattstock.advisor-views')).toContain('county=17');
  expect(screen.getByText('Vyn Värmland är sparad.').getAttribute('role')).toBe('status');

  await userEvent.click(button('Ta bort vyn Värmland'));

  expect(screen.queryByRole('list', { name: 'Sparade vyer' })).toBeNull();
  expect(localStorage.getItem('mattstock.advisor-views')).toBe('[]');
  expect(document.activeElement).not.toBe(document.body);
});

test('shows the views that were kept, and none where what was kept cannot be read', async () => {
  localStorage.setItem('mattstock.advisor-views', JSON.stringify([{ name: 'Allt', search: 'view=all' }]));
  await open();
  expect(screen.getByRole('link', { name: 'Allt' }).getAttribute('href')).toBe('/advisor?view=all');
});

test('begins without views where what was kept cannot be read', async () => {
  localStorage.setItem('mattstock.advisor-views', '{"a');
  await open();
  expect(screen.queryByRole('list', { name: 'Sparade vyer' })).toBeNull();
});

test('asks for a name before it keeps a view', async () => {
  await open();

  await userEvent.click(button('Spara vyn'));

  const name = screen.getByRole('textbox', { name: 'Vyns namn' });
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Skriv ett namn på vyn, högst 60 tecken.')).toBeTruthy();
  expect(document.activeElement).toBe(name);
});
