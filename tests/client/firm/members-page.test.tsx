import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MembersPage } from '#client/src/features/firm/members-page.tsx';
import { show } from '../ui/show.tsx';
import { accessOf, colleague, firmId, firmOf, invitation, problem, serverThat, speakOfFirms } from './firm-fixture.ts';

const onLeft = vi.fn<() => void>();
const onOwnRole = vi.fn<() => void>();
const open = (firm: object = {}) =>
  show(
    <MembersPage
      loaded={{ firm: firmOf(firm), access: accessOf() }}
      hrefs={{ firm: '/foretaget', access: '/vem-ser-oss' }}
      onLeft={onLeft}
      onOwnRole={onOwnRole}
    />,
  );
const invitations = () => within(screen.getByRole('region', { name: 'Inbjudningar' }));

beforeEach(() => {
  speakOfFirms();
  onLeft.mockClear();
  onOwnRole.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('lists the people with role and time, and says what each role may do', () => {
  open();

  expect(screen.getByText('Eva Ek')).toBeTruthy();
  expect(screen.getByText('Det är ni')).toBeTruthy();
  expect(screen.getByText(/^Svarande\. Sedan 3 maj 2026\. bo@smedjan\.se$/)).toBeTruthy();
  const roles = screen.getByRole('region', { name: 'Vad rollerna får göra' });
  expect(roles.textContent).toMatch(
    /Ansvarig för företaget.*bestämmer vem utanför företaget.*Svarande.*egna resultatet/,
  );
});

test('is for a respondent to read, and to leave the firm', () => {
  open({ role: 'respondent' });

  expect(screen.getByText('Bo Alm')).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Lämna företaget']);
  expect(screen.queryByRole('region', { name: 'Bjud in en kollega' })).toBeNull();
});

describe('an invitation', () => {
  const form = () => within(screen.getByRole('region', { name: 'Bjud in en kollega' }));
  const send = () => userEvent.click(form().getByRole('button', { name: 'Skicka inbjudan' }));

  test('goes to an address in a role and a language, and is listed with its mail', async () => {
    const sent = serverThat({
      status: 201,
      body: firmOf({ invitations: [{ ...invitation, mail: 'waiting' }] }),
    });
    open();
    expect(invitations().getByText('Ingen är inbjuden just nu')).toBeTruthy();

    await userEvent.type(form().getByRole('textbox'), ' Cia@Smedjan.se ');
    await userEvent.click(form().getByRole('radio', { name: 'Svarande' }));
    await userEvent.click(form().getByRole('radio', { name: 'English' }));
    await send();

    expect(await screen.findByText(/^Inbjudan till cia@smedjan\.se är på väg\./)).toBeTruthy();
    expect(form().getByRole('textbox')).toHaveProperty('value', '');
    expect(invitations().getByText('Mejlet väntar på att skickas.')).toBeTruthy();
    expect(sent).toEqual([
      {
        method: 'POST',
        address: `/api/firms/${firmId}/invitations`,
        body: { email: 'cia@smedjan.se', role: 'respondent', language: 'en' },
      },
    ]);
  });

  test('without an address and a role is not sent', async () => {
    const sent = serverThat();
    open();

    await userEvent.type(form().getByRole('textbox'), 'cia');
    await send();

    const faults = within(await screen.findByRole('alert')).getAllByRole('link');
    expect(faults.map(({ textContent }) => textContent)).toEqual([
      'Skriv en e-postadress som namn@firma.se.',
      'Välj vad personen får göra.',
    ]);
    expect(form().getByRole('textbox')).toHaveProperty('value', 'cia');
    expect(sent).toEqual([]);
  });

  test('to somebody who is in already says who and in which role, and is not sent', async () => {
    const sent = serverThat();
    open();

    await userEvent.type(form().getByRole('textbox'), ' Bo@Smedjan.se ');
    await userEvent.click(form().getByRole('radio', { name: 'Svarande' }));
    await send();

    const faults = within(await screen.findByRole('alert')).getAllByRole('link');
    expect(faults.map(({ textContent }) => textContent)).toEqual([
      'Bo Alm är redan med, som svarande. Ändra rollen i listan ovanför i stället.',
    ]);
    expect(form().getByRole('textbox')).toHaveProperty('value', 'Bo@Smedjan.se');
    expect(sent).toEqual([]);
  });

  test('to somebody who has come since says so at the address, and keeps it', async () => {
    const fault = problem(422, 'invalid-request');
    const errors = [{ path: 'body/email', code: 'already-in-use' }];
    serverThat({ ...fault, body: { ...fault.body, errors } });
    open();

    await userEvent.type(form().getByRole('textbox'), 'cia@smedjan.se');
    await userEvent.click(form().getByRole('radio', { name: 'Svarande' }));
    await send();

    const faults = within(await screen.findByRole('alert')).getAllByRole('link');
    expect(faults.map(({ textContent }) => textContent)).toEqual([
      'Den som har adressen är redan med i företaget. Ladda om sidan för att se personen.',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
    expect(screen.queryByText('Ingen blev inbjuden')).toBeNull();
  });

  test('that was not sent says so and keeps what was typed', async () => {
    serverThat(problem(429, 'too-many-requests'));
    open();

    await userEvent.type(form().getByRole('textbox'), 'cia@smedjan.se');
    await userEvent.click(form().getByRole('radio', { name: 'Svarande' }));
    await send();

    expect(await screen.findByText('Ingen blev inbjuden')).toBeTruthy();
    expect(form().getByRole('textbox')).toHaveProperty('value', 'cia@smedjan.se');
  });

  test.each([
    ['waiting', 'Mejlet väntar på att skickas.'],
    ['sent', 'Mejlet är skickat.'],
    ['failed', 'Mejlet gick inte att lämna. Kontrollera adressen och bjud in igen.'],
    ['unconfirmed', 'Det är okänt om mejlet kom fram. Fråga personen, eller bjud in igen.'],
  ])('whose mail is %s says it in words', (mail, words) => {
    open({ invitations: [{ ...invitation, mail }] });

    expect(invitations().getByText(words)).toBeTruthy();
    expect(invitations().getByText('Svarande. Går att ta emot till 2 juni 2026.')).toBeTruthy();
  });

  test('is revoked, and that is told', async () => {
    const sent = serverThat({ status: 200, body: firmOf() });
    open({ invitations: [invitation] });

    await userEvent.click(screen.getByRole('button', { name: 'Återkalla inbjudan till cia@smedjan.se' }));

    const told = await screen.findByText('Inbjudan till cia@smedjan.se är återkallad och öppnar ingenting.');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(invitations().getByText('Ingen är inbjuden just nu')).toBeTruthy();
    expect(sent.map(({ address }) => address)).toEqual([
      `/api/firms/${firmId}/invitations/${invitation.invitationId}/revocation`,
    ]);
  });
});

test('an invitation that could not be revoked stays, and says why', async () => {
  serverThat(problem(404, 'not-found'));
  open({ invitations: [invitation] });

  await userEvent.click(screen.getByRole('button', { name: 'Återkalla inbjudan till cia@smedjan.se' }));

  expect((await invitations().findByRole('alert')).textContent).toMatch(/Ladda om sidan/);
  expect(invitations().getByText('cia@smedjan.se')).toBeTruthy();
  expect(screen.queryByText(/är återkallad/)).toBeNull();
});

describe('ending somebody’s access', () => {
  const dialog = () => within(screen.getByRole('dialog'));
  const ask = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  test('says first that their sign-ins end at once and their answers stay', async () => {
    const sent = serverThat();
    open();

    await ask('Avsluta tillgången för Bo Alm');

    expect(screen.getByRole('dialog', { name: 'Avsluta tillgången för Bo Alm?' }).textContent).toMatch(
      /alla personens inloggningar avslutas genast\. Svar som personen har skickat in blir kvar/,
    );
    expect(sent).toEqual([]);
  });

  test('takes the person off the list and says so', async () => {
    const sent = serverThat({ status: 200, body: firmOf({ members: [firmOf().members[0]] }) });
    open();

    await ask('Avsluta tillgången för Bo Alm');
    await userEvent.click(dialog().getByRole('button', { name: 'Avsluta' }));

    const told = await screen.findByText('Bo Alm kommer inte längre åt företaget.');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(screen.queryByText('Bo Alm')).toBeNull();
    expect(sent.map(({ address }) => address)).toEqual([
      `/api/firms/${firmId}/memberships/${colleague.membershipId}/end`,
    ]);
  });

  test('tells how many invitations fall with it', async () => {
    const [you] = firmOf().members;
    const cia = { ...colleague, name: 'Cia Berg', role: 'owner', fallingInvitationCount: 2 };
    open({ members: [{ ...you, fallingInvitationCount: 1 }, cia] });

    await ask('Avsluta tillgången för Cia Berg');
    expect(dialog().getByText(/^2 inbjudningar från personen som ingen har svarat på slutar gälla\./)).toBeTruthy();
    expect(dialog().getByText(/^Länkar till resultat som personen har gjort tas tillbaka\./)).toBeTruthy();
    await userEvent.click(dialog().getByRole('button', { name: 'Avbryt' }));
    await ask('Lämna företaget');

    expect(dialog().getByText(/^1 inbjudan från er som ingen har svarat på slutar gälla\./)).toBeTruthy();
    expect(dialog().getByText(/^Länkar till resultat som ni har gjort tas tillbaka\./)).toBeTruthy();
  });

  test('of the last who is responsible is refused in words, and nothing has changed', async () => {
    serverThat(problem(409, 'last-of-its-kind'));
    open();

    await ask('Lämna företaget');
    await userEvent.click(dialog().getByRole('button', { name: 'Lämna företaget' }));

    expect((await dialog().findByRole('alert')).textContent).toMatch(
      /Inget har ändrats.*Någon måste vara ansvarig för företaget\. Gör först någon av de andra här ansvarig/,
    );
    expect(onLeft).not.toHaveBeenCalled();
  });

  test('one’s own says what becomes of the answers', async () => {
    open({ role: 'respondent' });

    await ask('Lämna företaget');

    expect(screen.getByRole('dialog').textContent).toMatch(
      /Svar som ni har skickat in blir kvar hos företaget.*inte lämnat in sparas, men ingen kan öppna det/,
    );
  });

  test('one’s own leads out of the firm', async () => {
    serverThat({ status: 200, body: firmOf() });
    open();

    await ask('Lämna företaget');
    await userEvent.click(dialog().getByRole('button', { name: 'Lämna företaget' }));

    await waitFor(() => expect(onLeft).toHaveBeenCalledOnce());
  });
});

describe('changing somebody’s role', () => {
  const dialog = () => within(screen.getByRole('dialog'));
  const ask = (name: string) => userEvent.click(screen.getByRole('button', { name: `Ändra roll för ${name}` }));
  const [you] = firmOf().members;

  test('says first what the person may do then, and who is told', async () => {
    const sent = serverThat();
    open();

    await ask('Bo Alm');

    expect(screen.getByRole('dialog', { name: 'Göra Bo Alm ansvarig för företaget?' }).textContent).toMatch(
      /bestämmer vem utanför företaget.*Bo Alm får veta det med ett mejl, loggas genast ut överallt/,
    );
    expect(sent).toEqual([]);
  });

  test('shows the new role and says so', async () => {
    const sent = serverThat({ status: 200, body: firmOf({ members: [you, { ...colleague, role: 'owner' }] }) });
    open();

    await ask('Bo Alm');
    await userEvent.click(dialog().getByRole('button', { name: 'Gör ansvarig' }));

    const told = await screen.findByText('Bo Alm är nu ansvarig för företaget.');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(sent).toEqual([
      {
        method: 'PUT',
        address: `/api/firms/${firmId}/memberships/${colleague.membershipId}/role`,
        body: { role: 'owner' },
      },
    ]);
    expect(onOwnRole).not.toHaveBeenCalled();
    await ask('Bo Alm');
    expect(screen.getByRole('dialog', { name: 'Göra Bo Alm till svarande?' })).toBeTruthy();
  });

  test('of oneself says what one gives up, and the page is a respondent’s then', async () => {
    const body = firmOf({
      role: 'respondent',
      members: [
        { ...colleague, role: 'owner' },
        { ...you, role: 'respondent' },
      ],
    });
    serverThat({ status: 200, body });
    open();

    await ask('Eva Ek');
    expect(screen.getByRole('dialog', { name: 'Sluta vara ansvarig för företaget?' }).textContent).toMatch(
      /Bara någon som är ansvarig för företaget kan göra er ansvarig igen/,
    );
    await userEvent.click(dialog().getByRole('button', { name: 'Gör till svarande' }));

    expect(await screen.findByText('Ni är nu svarande i företaget.')).toBeTruthy();
    expect(onOwnRole).toHaveBeenCalledOnce();
    expect(screen.queryByRole('region', { name: 'Bjud in en kollega' })).toBeNull();
  });

  test('of the last who is responsible is refused in words', async () => {
    serverThat(problem(409, 'last-of-its-kind'));
    open();

    await ask('Eva Ek');
    await userEvent.click(dialog().getByRole('button', { name: 'Gör till svarande' }));

    expect((await dialog().findByRole('alert')).textContent).toMatch(/Gör först någon av de andra här ansvarig/);
    expect(onOwnRole).not.toHaveBeenCalled();
  });
});
