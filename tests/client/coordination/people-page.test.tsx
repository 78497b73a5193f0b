import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { disablePerson, resetFactors } from '#shared/contracts/coordination.ts';
import { uuid } from './coordination-fixture.ts';
import { FakeCoordinationSite } from './fake-coordination-site.ts';
import { openCoordination, press } from './open-coordination.tsx';

const open = (site?: FakeCoordinationSite) => openCoordination(paths.people(), site);
const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
const rowOf = (name: string) => screen.getByText(name).closest('li');

test('shows people with what they are where', async () => {
  await open();

  expect(rowOf('Cia Berg')?.textContent).toContain('cia@exempel.se');
  expect(rowOf('Cia Berg')?.textContent).toContain('Rådgivare, Paper Province');
});

test('says so of somebody whose roles have all ended', async () => {
  const site = new FakeCoordinationSite();
  site.people = site.people.map((person) => ({ ...person, roles: [] }));

  await open(site);

  expect(rowOf('Cia Berg')?.textContent).toContain('Ingen roll nu');
});

test('says so when nobody works in an organisation', async () => {
  const site = new FakeCoordinationSite();
  site.people = [];

  await open(site);

  expect(screen.getByText('Ingen arbetar i en organisation än')).toBeTruthy();
});

test('locks an account after telling what that means', async () => {
  const { site } = await open();

  await press('Lås kontot för Cia Berg');
  const dialog = within(screen.getByRole('dialog', { name: 'Lås kontot för Cia Berg?' }));
  expect(dialog.getByText(/loggas genast ut överallt och kan inte logga in/)).toBeTruthy();
  expect(site.server.sent(disablePerson)).toEqual([]);
  await confirm('Lås');

  expect(await screen.findByText('Kontot för Cia Berg är låst.')).toBeTruthy();
  expect(site.server.sent(disablePerson)).toMatchObject([
    { params: { personId: uuid('b', 3) }, body: { isDisabled: true } },
  ]);
  await waitFor(() => expect(rowOf('Cia Berg')?.textContent).toContain('Låst'));
});

test('unlocks a locked account', async () => {
  const site = new FakeCoordinationSite();
  site.people = site.people.map((person) => ({ ...person, isDisabled: true }));
  await open(site);

  await press('Lås upp kontot för Cia Berg');
  await confirm('Lås upp');

  expect(await screen.findByText('Kontot för Cia Berg är upplåst.')).toBeTruthy();
  expect(site.server.sent(disablePerson)).toMatchObject([{ body: { isDisabled: false } }]);
});

test('offers nobody to lock themself out', async () => {
  await open();

  expect(rowOf('Ada Ek')?.textContent).toContain('Ni');
  expect(rowOf('Ada Ek')?.querySelector('button')).toBeNull();
});

test('stays with the reason when an account is not locked', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('disablePerson', 'last-of-its-kind');
  await open(site);

  await press('Lås kontot för Cia Berg');
  await confirm('Lås');

  expect((await screen.findByRole('alert')).textContent).toContain('Gör någon annan till administratör först.');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

describe('the sign-in of somebody who has lost the second step', () => {
  const dialogOf = (name: string) => within(screen.getByRole('dialog', { name }));
  const proof = () => dialogOf('Visa en gång till att det är ni');

  async function askToReset(site = new FakeCoordinationSite()) {
    await open(site);
    await press('Nollställ inloggning för Cia Berg');
    return { site, dialog: dialogOf('Nollställ inloggningen för Cia Berg?') };
  }

  function stale(changes: Partial<Pick<FakeCoordinationSite, 'hasAuthenticator'>> = {}): FakeCoordinationSite {
    return Object.assign(new FakeCoordinationSite(), { isStale: true, ...changes });
  }

  test('is reset after telling what that means, and to make sure who asks', async () => {
    const { site, dialog } = await askToReset();

    expect(dialog.getByText(/slutar gälla, och Cia Berg loggas genast ut överallt\./)).toBeTruthy();
    expect(dialog.getByText(/Ring först Cia Berg på ett nummer ni redan har/)).toBeTruthy();
    expect(site.server.sent(resetFactors)).toEqual([]);
    await confirm('Nollställ inloggning');

    expect(await screen.findByText(/Inloggningen för Cia Berg är nollställd/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.server.sent(resetFactors)).toMatchObject([{ params: { personId: uuid('b', 3) } }]);
  });

  test('is left as it is when one thinks better of it', async () => {
    const { site } = await askToReset();
    await confirm('Avbryt');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.server.sent(resetFactors)).toEqual([]);
  });

  test('is reset by itself once the administrator has shown the own second factor again', async () => {
    const { site, dialog } = await askToReset(stale());
    await userEvent.click(dialog.getByRole('button', { name: 'Nollställ inloggning' }));
    await userEvent.type(await proof().findByLabelText('Kod från autentiseringsappen'), '123456');
    await userEvent.click(proof().getByRole('button', { name: 'Fortsätt' }));

    expect(await screen.findByText(/Inloggningen för Cia Berg är nollställd/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.server.sent(resetFactors)).toHaveLength(2);
  });

  test('is not reset when the administrator would not, and the dialog says what it takes', async () => {
    const { site, dialog } = await askToReset(stale());
    await userEvent.click(dialog.getByRole('button', { name: 'Nollställ inloggning' }));
    await userEvent.click(await proof().findByRole('button', { name: 'Avbryt' }));

    expect((await dialog.findByRole('alert')).textContent).toMatch(/Visa en gång till att det är ni/);
    expect(site.server.sent(resetFactors)).toHaveLength(1);
  });

  test('leads an administrator who came in from elsewhere to sign in once more', async () => {
    const { dialog } = await askToReset(stale({ hasAuthenticator: false }));
    await userEvent.click(dialog.getByRole('button', { name: 'Nollställ inloggning' }));

    expect(proof().getByRole('link').getAttribute('href')).toBe(paths.signIn(paths.people()));
  });

  test('stays with the reason when it is not reset', async () => {
    const site = new FakeCoordinationSite();
    site.server.refused.set('resetFactors', 'not-found');
    const { dialog } = await askToReset(site);
    await confirm('Nollställ inloggning');

    expect((await dialog.findByRole('alert')).textContent).toContain('Ladda om sidan');
  });
});
