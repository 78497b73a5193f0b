import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import {
  closeOrganisation,
  endOrganisationMembership,
  inviteToOrganisation,
  revokeOrganisationInvitation,
} from '#shared/contracts/coordination.ts';
import { invitationOf, memberOf, uuid } from './coordination-fixture.ts';
import { FakeCoordinationSite } from './fake-coordination-site.ts';
import { openCoordination, press } from './open-coordination.tsx';

const organisationId = uuid('d', 1);
const open = (site?: FakeCoordinationSite) => openCoordination(paths.organisation(organisationId), site);
const section = (name: string) => within(screen.getByRole('region', { name }));
const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
const done = (words: string) => screen.findByText(words);

test('shows who works there in which role, and who is invited with the state of the mail', async () => {
  await open();

  const [member] = section('Personer').getAllByRole('listitem');
  expect(member?.textContent).toContain('Cia Berg cia@exempel.se');
  expect(member?.textContent).toContain('Rådgivaresedan 3 februari 2026');
  const [invitation] = section('Inbjudningar').getAllByRole('listitem');
  expect(invitation?.textContent).toContain('dan@exempel.seAnsvarig för organisationen');
  expect(invitation?.textContent).toContain('Mejlet gick inte att skicka');
  expect(invitation?.textContent).toContain('Kontrollera adressen.');
});

test.each([
  ['waiting', 'Mejlet väntar på att skickas'],
  ['sent', 'Mejlet är skickat'],
  ['failed', 'Mejlet gick inte att skicka'],
  ['unconfirmed', 'Oklart om mejlet gick'],
])('says of a mail that is %s: %s', async (state, words) => {
  const site = new FakeCoordinationSite();
  site.provider.invitations = [invitationOf(1, 'dan@exempel.se', 'advisor', state)];

  await open(site);

  expect(section('Inbjudningar').getByText(words)).toBeTruthy();
});

test('says so when nobody works there and nobody is invited', async () => {
  const site = new FakeCoordinationSite();
  Object.assign(site.provider, { members: [], invitations: [] });

  await open(site);

  expect(screen.getByText('Ingen arbetar här än')).toBeTruthy();
  expect(screen.getByText('Ingen inbjudan väntar på svar')).toBeTruthy();
});

test('offers the roles of the kind, with what each may do', async () => {
  await open();

  const form = section('Bjud in någon');
  const choices = within(form.getByRole('group', { name: 'Roll' })).getAllByRole('radio');
  expect(choices.map((choice) => (choice as HTMLInputElement).value)).toEqual(['advisor', 'manager']);
  expect(choices.some((choice) => (choice as HTMLInputElement).checked)).toBe(false);
  expect(form.getByText('Ser företagen som släppt in organisationen.')).toBeTruthy();
});

test('invites the holder of an address, in a role, in a language', async () => {
  const { site } = await open();

  await userEvent.type(screen.getByLabelText('E-post'), ' Eva@Exempel.se ');
  await userEvent.click(screen.getByRole('radio', { name: 'Rådgivare' }));
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  await press('Skicka inbjudan');

  await done('Inbjudan till eva@exempel.se är på väg.');
  expect(site.server.sent(inviteToOrganisation)).toMatchObject([
    { params: { organisationId }, body: { email: 'eva@exempel.se', role: 'advisor', language: 'en' } },
  ]);
  expect(await section('Inbjudningar').findByText('eva@exempel.se')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('');
});

const faultLinks = async () =>
  within(await screen.findByRole('alert'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

test('says at the address that whoever is invited has the role already, and sends nothing', async () => {
  const { site } = await open();

  await userEvent.type(screen.getByLabelText('E-post'), 'Cia@exempel.se');
  await userEvent.click(screen.getByRole('radio', { name: 'Rådgivare' }));
  await press('Skicka inbjudan');

  expect(await faultLinks()).toEqual(['Den som har adressen har redan den rollen här.']);
  expect(site.server.sent(inviteToOrganisation)).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: 'Ansvarig för organisationen' }));
  await press('Skicka inbjudan');
  await done('Inbjudan till cia@exempel.se är på väg.');
});

test('says the same of somebody who has come since the page was loaded', async () => {
  const site = new FakeCoordinationSite();
  site.comers = ['eva@exempel.se'];
  await open(site);

  await userEvent.type(screen.getByLabelText('E-post'), 'eva@exempel.se');
  await userEvent.click(screen.getByRole('radio', { name: 'Rådgivare' }));
  await press('Skicka inbjudan');

  expect(await faultLinks()).toEqual(['Den som har adressen har redan den rollen här.']);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('eva@exempel.se');
});

test('sends nothing that is not filled in, says what is missing, and keeps what was typed', async () => {
  const { site } = await open();

  await userEvent.type(screen.getByLabelText('E-post'), 'eva@');
  await press('Skicka inbjudan');

  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Skriv en e-postadress, till exempel namn@organisation.se.', 'Välj vad personen ska göra här.']);
  expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('eva@');
  expect(site.server.sent(inviteToOrganisation)).toEqual([]);
});

test('keeps what was typed when the invitation could not be sent', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('inviteToOrganisation', 'too-many-requests');
  await open(site);

  await userEvent.type(screen.getByLabelText('E-post'), 'eva@exempel.se');
  await userEvent.click(screen.getByRole('radio', { name: 'Rådgivare' }));
  await press('Skicka inbjudan');

  expect((await screen.findByRole('alert')).textContent).toContain('Vänta en minut');
  expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('eva@exempel.se');
});

test('takes an invitation back, and says so where the focus is', async () => {
  const { site } = await open();

  await press('Återkalla inbjudan till dan@exempel.se');

  const words = await done('Inbjudan till dan@exempel.se är återkallad.');
  expect(site.server.sent(revokeOrganisationInvitation)).toMatchObject([
    { params: { organisationId, invitationId: uuid('c', 1) } },
  ]);
  expect(document.activeElement?.contains(words)).toBe(true);
  await waitFor(() => expect(screen.queryByText('dan@exempel.se')).toBeNull());
});

test('tells what follows before a membership ends', async () => {
  const { site } = await open();

  await press('Avsluta medlemskapet för Cia Berg');

  const dialog = within(screen.getByRole('dialog', { name: 'Avsluta medlemskapet för Cia Berg?' }));
  expect(
    dialog.getByText('Cia Berg förlorar rollen ”Rådgivare” i Paper Province och loggas genast ut överallt.'),
  ).toBeTruthy();
  expect(site.server.sent(endOrganisationMembership)).toEqual([]);
});

const managers = (changes: object = {}) => [
  { ...memberOf(3, 'Cia Berg', 'manager', true), fallingInvitationCount: 2, ...changes },
  memberOf(4, 'Dan Dahl', 'advisor'),
];

test('tells how many invitations fall with a membership, and that nobody is left who can invite', async () => {
  const site = new FakeCoordinationSite();
  site.provider.members = managers({ isYou: false });
  await open(site);

  await press('Avsluta medlemskapet för Cia Berg');

  const { textContent } = screen.getByRole('dialog');
  expect(textContent).toMatch(/2 inbjudningar som personen har skickat och ingen har svarat på slutar gälla\./);
  expect(textContent).toMatch(/Ingen är kvar här som kan bjuda in kollegor\. Då kan bara en administratör göra det\./);
  await confirm('Avbryt');
  await press('Avsluta medlemskapet för Dan Dahl');
  expect(screen.getByRole('dialog').textContent).not.toMatch(/inbjudningar som personen|bjuda in kollegor/);
});

test('says to the last manager that somebody else has to come first, before and after it is refused', async () => {
  const site = new FakeCoordinationSite();
  site.roles = ['manager'];
  site.isLastManager = true;
  site.provider.members = managers();
  await open(site);

  await press('Avsluta medlemskapet för Cia Berg');
  expect(screen.getByRole('dialog').textContent).toMatch(/Ni är den sista här som kan bjuda in kollegor/);
  await confirm('Avsluta medlemskapet');

  expect((await screen.findByRole('alert')).textContent).toMatch(
    /Ingen skulle vara kvar här som kan bjuda in kollegor/,
  );
});

test('ends a membership once it is confirmed', async () => {
  const { site } = await open();

  await press('Avsluta medlemskapet för Cia Berg');
  await confirm('Avsluta medlemskapet');

  await done('Medlemskapet för Cia Berg är avslutat.');
  expect(site.server.sent(endOrganisationMembership)).toMatchObject([
    { params: { organisationId, membershipId: uuid('a', 3) } },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await screen.findByText('Ingen arbetar här än')).toBeTruthy();
});

test('warns somebody who ends the own membership', async () => {
  await openCoordination(paths.organisation(uuid('d', 9)));

  await press('Avsluta medlemskapet för Ada Ek');

  expect(within(screen.getByRole('dialog')).getByText(/^Det är ni själv\./)).toBeTruthy();
});

test('says in the dialog why the last administrator stays, and not again the next time', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('endOrganisationMembership', 'last-of-its-kind');
  await openCoordination(paths.organisation(uuid('d', 9)), site);

  await press('Avsluta medlemskapet för Ada Ek');
  await confirm('Avsluta medlemskapet');
  expect((await screen.findByRole('alert')).textContent).toContain('Gör någon annan till administratör först.');
  await confirm('Avbryt');
  await press('Avsluta medlemskapet för Ada Ek');

  expect(screen.queryByRole('alert')).toBeNull();
});

test('closes an organisation after telling what that means, and takes the invitation form away', async () => {
  const { site } = await open();

  await press('Stäng');
  const dialog = within(screen.getByRole('dialog', { name: 'Stäng Paper Province?' }));
  expect(dialog.getByText('Alla i den förlorar genast det rollen här ger dem rätt till.')).toBeTruthy();
  expect(site.server.sent(closeOrganisation)).toEqual([]);
  await confirm('Stäng');

  await done('Paper Province är stängd.');
  expect(site.server.sent(closeOrganisation)).toMatchObject([{ params: { organisationId }, body: { isClosed: true } }]);
  expect(await screen.findByText('Organisationen är stängd')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Skicka inbjudan' })).toBeNull();
});

test('opens a closed organisation again', async () => {
  const site = new FakeCoordinationSite();
  site.provider.isClosed = true;
  await open(site);

  await press('Öppna igen');
  await confirm('Öppna igen');

  await done('Paper Province är öppen igen.');
  expect(site.server.sent(closeOrganisation)).toMatchObject([{ body: { isClosed: false } }]);
});

test('offers no closing to a manager', async () => {
  const site = new FakeCoordinationSite();
  site.roles = ['manager'];
  await open(site);
  expect(screen.queryByRole('button', { name: 'Stäng' })).toBeNull();
});

test('offers no closing of the coordination itself', async () => {
  await openCoordination(paths.organisation(uuid('d', 9)));

  expect(screen.queryByRole('button', { name: 'Stäng' })).toBeNull();
});
