import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { listOrganisations } from '#shared/contracts/coordination.ts';
import { uuid } from './coordination-fixture.ts';
import { FakeCoordinationSite } from './fake-coordination-site.ts';
import { openCoordination } from './open-coordination.tsx';

const rows = () =>
  within(screen.getByRole('table', { name: 'Organisationer' }))
    .getAllByRole('row')
    .slice(1);
const namesShown = () => rows().map((row) => within(row).getByRole('link').textContent);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('lists every organisation with its kind and how many work there', async () => {
  await openCoordination(paths.organisations());

  expect(rows().map((row) => row.textContent)).toEqual([
    'Samordningen Samordning2',
    'Region Värmland, statistik Region0',
    'Paper Province Leverantör av stöd1',
  ]);
  expect(screen.getByRole('link', { name: 'Paper Province' }).getAttribute('href')).toBe(
    paths.organisation(uuid('d', 1)),
  );
});

test('shows one kind when asked to, and keeps that in the address', async () => {
  const { router, site } = await openCoordination(paths.organisations());

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Slag' }), 'Region');

  await waitFor(() => expect(namesShown()).toEqual(['Region Värmland, statistik']));
  expect(screen.getByRole('status').textContent).toBe('1 organisation');
  expect(router.state.location.search).toBe('?kind=region');
  expect(site.server.sent(listOrganisations).length).toBe(1);
});

test('says which organisation is closed', async () => {
  const site = new FakeCoordinationSite();
  site.provider.isClosed = true;

  await openCoordination(`${paths.organisations()}?kind=provider`, site);

  expect(rows().map((row) => row.textContent)).toEqual(['Paper Province StängdLeverantör av stöd1']);
});

test('shows somebody of one organisation that one, without the pages of the site', async () => {
  const site = new FakeCoordinationSite();
  site.roles = ['manager'];
  site.organisations = [site.provider];

  await openCoordination(paths.organisations(), site);

  expect(namesShown()).toEqual(['Paper Province']);
  expect(screen.queryByRole('navigation', { name: 'Samordning' })).toBeNull();
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('says so when there is none to look after', async () => {
  const site = new FakeCoordinationSite();
  site.roles = ['manager'];
  site.organisations = [];

  await openCoordination(paths.organisations(), site);

  expect(screen.getByText('Det finns ingen organisation som ni sköter')).toBeTruthy();
});

test('leads an administrator between the pages and says which one is open', async () => {
  await openCoordination(paths.organisations());

  const navigation = screen.getByRole('navigation', { name: 'Samordning' });
  const links = within(navigation).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['Organisationer', 'Personer', 'Mejl', 'Logg', 'Radering']);
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['page', null, null, null, null]);
});

test('leads whoever is not signed in to the sign-in and back', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('listOrganisations', 'sign-in-required');

  const { router } = await openCoordination(`${paths.organisations()}?kind=region`, site);

  await heading('Logga in');
  expect(router.state.location.pathname + router.state.location.search).toBe(
    paths.signIn('/organisations?kind=region'),
  );
});

test('asks for the second factor first where it is missing', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('listOrganisations', 'second-factor-required');

  const { router } = await openCoordination(paths.organisations(), site);

  await heading('Andra faktorn');
  expect(router.state.location.search).toBe('?next=%2Forganisations');
});

test.each([
  ['listPeople', paths.people()],
  ['listOutbox', paths.outbox()],
  ['listAuditEvents', paths.auditLog()],
  ['getOrganisation', paths.organisation(uuid('d', 1))],
])('looks like no page at all where %s is not allowed', async (endpoint, address) => {
  const site = new FakeCoordinationSite();
  site.server.refused.set(endpoint, 'not-found');

  await openCoordination(address, site);

  await heading('Här finns ingen sida');
});
