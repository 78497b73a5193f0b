import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { firmId, lettingInOf, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';

const smithy = lettingInOf();
const foundry = lettingInOf({ firmId: uuid('a', 2), name: 'Åby Gjuteri', since: '2026-03-05T14:32:00.000Z' });
const nameless = lettingInOf({
  firmId: uuid('a', 3),
  name: null,
  purposes: ['contact'],
  since: '2026-01-05T14:32:00.000Z',
});

async function open(...firms: (typeof smithy)[]) {
  const site = new FakeAdvisingSite();
  site.firms = firms;
  return openAdvising(paths.advisor(), site);
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const names = () => rows().map((row) => within(row).getByRole('rowheader').textContent?.trim());
const search = () => screen.getByRole('searchbox', { name: 'Sök företag' });

test('shows which firm shares what since when, and leads to it', async () => {
  await open(smithy);

  expect(rows()[0]?.textContent).toBe('Smedjan AB Förfrågan om kontakt, Resultat3 februari 2026');
  expect(screen.getByRole('link', { name: 'Smedjan AB' }).getAttribute('href')).toBe(
    paths.sharedFirm(organisationId, firmId),
  );
});

test('says that every opening is written down for the firm', async () => {
  await open(smithy);

  expect(screen.getByText(/^Varje gång ni öppnar ett företag skrivs det upp/)).toBeTruthy();
});

test('tells through which organisation only when there are several', async () => {
  await open(smithy, {
    ...foundry,
    organisationId: lettingInOf({ organisationId: uuid('b', 2) }).organisationId,
    organisationName: both('Compare'),
  });

  expect(screen.getByRole('columnheader', { name: 'Genom' })).toBeTruthy();
  expect(rows()[0]?.textContent).toContain('Compare');
});

test('leaves the organisation out when there is one', async () => {
  await open(smithy, foundry);

  expect(screen.queryByRole('columnheader', { name: 'Genom' })).toBeNull();
});

test('shows who was let in last first, and by name in the order of the alphabet', async () => {
  await open(smithy, foundry, nameless);
  expect(names()).toEqual(['Åby Gjuteri', 'Smedjan AB', 'Företag utan namn']);

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ordning' }), 'Namn');

  expect(names()).toEqual(['Företag utan namn', 'Smedjan AB', 'Åby Gjuteri']);
});

test('finds a firm by a part of its name, small or large letters, and keeps that out of the address', async () => {
  const { router } = await open(smithy, foundry);

  await userEvent.type(search(), ' åBY');

  expect(names()).toEqual(['Åby Gjuteri']);
  expect(screen.getByRole('status').textContent).toBe('1 företag');
  expect(router.state.location.search).toBe('');
});

test('says so when no firm has the name, and shows all again', async () => {
  await open(smithy);
  await userEvent.type(search(), 'finns inte');
  expect(screen.getByText('Inget företag med det namnet')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Visa alla' }));

  expect(names()).toEqual(['Smedjan AB']);
});

test('labels a firm that is simulated', async () => {
  await open(lettingInOf({ isSimulated: true }));

  expect(rows()[0]?.textContent).toContain('Simulerat företag');
});

test('opens nothing of a firm that may only be named in a group', async () => {
  await open(lettingInOf({ purposes: ['cohort'] }));

  expect(rows()[0]?.textContent).toContain('Nämns i en grupp');
  expect(screen.queryByRole('link', { name: 'Smedjan AB' })).toBeNull();
});

test('tells how a firm lets one in when none has', async () => {
  await open();

  expect(screen.getByText('Inget företag har släppt in er än')).toBeTruthy();
  expect(screen.getByText(/öppnar ”Vem ser oss”/)).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('leaves out who has withdrawn when one comes back to the page', async () => {
  const { site } = await open(smithy, foundry);
  site.firms = [foundry];

  fireEvent.focus(window);

  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
});

test('leads whoever is not signed in to the sign-in', async () => {
  const site = new FakeAdvisingSite();
  site.server.refused.set('listFirmsLettingIn', 'sign-in-required');

  const { router } = await openAdvising(paths.advisor(), site);

  await screen.findByRole('heading', { level: 1, name: 'Logga in' });
  expect(router.state.location.search).toBe('?next=%2Fadvisor');
});
