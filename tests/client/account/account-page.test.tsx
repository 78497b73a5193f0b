import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { acceptInvitation, changeAccount, declineInvitation } from '#shared/contracts/account.ts';
import { changeNoticeChoice } from '#shared/contracts/notices.ts';
import { accountOf, invitationOf, membershipOf, noSecondFactor, placeOf, uuid } from './account-fixture.ts';
import { FakeAccountSite } from './fake-account-site.ts';
import { button, field, openAccount, press, title, write } from './open-account.tsx';

const open = (site: FakeAccountSite) => openAccount('/account', site);
const region = (name: string) => within(screen.getByRole('region', { name }));
const bodies = (site: FakeAccountSite, endpoint: typeof changeAccount | typeof acceptInvitation) =>
  site.server.sent(endpoint).map(({ body }) => body);

test('takes that one is signed in, and comes back', async () => {
  const site = new FakeAccountSite(accountOf(), { isSignedIn: false });

  const { where } = await open(site);

  await title('Logga in');
  expect(where()).toBe('/sign-in?next=%2Faccount');
});

test('says when it could not be fetched, and fetches it when one tries again', async () => {
  const site = new FakeAccountSite();
  site.server.refused.set('getVisitor', 'no-reply');
  await open(site);
  await title('Sidan gick inte att hämta');
  site.server.refused.clear();

  await press('Försök igen');

  await title('Ert konto');
});

describe('where one belongs', () => {
  test('is nowhere at first, and there is a way to begin', async () => {
    await open(new FakeAccountSite());

    expect(screen.getByText('Ni hör inte till något företag eller någon organisation än')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Börja mäta' }).getAttribute('href')).toBe('/start');
  });

  test('is told with the role in words, and with the way to where the role works', async () => {
    const memberships = [
      membershipOf('owner', 'Smedjan AB', 1),
      membershipOf('respondent', null, 2),
      membershipOf('manager', 'Klustret', 3),
      membershipOf('analyst', 'Dalarna', 4),
      membershipOf('editor', 'Samordningen', 5),
    ];
    await open(new FakeAccountSite(accountOf({ memberships })));

    const rows = region('Var ni hör hemma').getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Smedjan ABAnsvarig för företaget/),
      expect.stringMatching(/^Ett företag utan namnSvarande/),
      expect.stringMatching(/^KlustretAnsvarig för organisationen/),
      expect.stringMatching(/^DalarnaAnalytiker/),
      expect.stringMatching(/^SamordningenRedaktör/),
    ]);
    expect(
      region('Var ni hör hemma')
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual([`/firms/${uuid('f', 1)}`, `/firms/${uuid('f', 2)}`, '/advisor', '/organisations', '/region', '/editor']);
  });

  test('is told of a place that is closed at present, instead of that there is none', async () => {
    await open(new FakeAccountSite(accountOf({ closedPlaces: [placeOf('advisor', 'Klustret')] })));

    const [row] = region('Var ni hör hemma').getAllByRole('listitem');
    expect(row?.textContent).toMatch(/^KlustretStängd just nu.*förrän samordningen av Måttstock har öppnat den igen/);
    expect(screen.queryByText(/Ni hör inte till något företag/)).toBeNull();
  });

  test('is of no use to a role that still lacks its second step, and leads to it', async () => {
    const secondFactor = { ...noSecondFactor, isNeeded: true };
    await open(new FakeAccountSite(accountOf({ memberships: [membershipOf('editor')], secondFactor })));

    expect(screen.getByRole('link', { name: 'Gör det nu' }).getAttribute('href')).toBe(
      '/second-factor?next=%2Faccount',
    );
  });
});

describe('an invitation that no longer holds', () => {
  test('is told of with the place alone, and whom to ask', async () => {
    await open(new FakeAccountSite(accountOf({ endedInvitations: [placeOf('advisor', 'Klustret')] })));

    expect(screen.getByText('Inbjudan till Klustret gäller inte längre')).toBeDefined();
    expect(screen.getByText(/Be den som bjöd in er, eller någon annan som är ansvarig där/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Tacka ja' })).toBeNull();
  });

  test('is told of by a firm without a name, too', async () => {
    await open(new FakeAccountSite(accountOf({ endedInvitations: [placeOf('respondent', null)] })));

    expect(screen.getByText('Inbjudan till Ett företag utan namn gäller inte längre')).toBeDefined();
  });
});

describe('an invitation', () => {
  const invited = (name: string | null = 'Kim Berg') =>
    new FakeAccountSite(accountOf({ name, invitations: [invitationOf('advisor')] }));

  test('says who invites to what, and until when', async () => {
    await open(invited());

    const card = region('Inbjudningar').getByRole('listitem').textContent;
    expect(card).toMatch(/Per Holm har bjudit in er\./);
    expect(card).toMatch(/Er roll blir: Rådgivare\./);
    expect(card).toMatch(/Inbjudan gäller till och med 5 mars 2026\./);
  });

  test('is accepted under the name of the account, and said to be', async () => {
    const { site } = await open(invited());

    await press('Tacka ja');

    expect(await screen.findByText(/nu är ni med\./)).toBeDefined();
    expect(bodies(site, acceptInvitation)).toEqual([{ name: 'Kim Berg' }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Tacka ja' })).toBeNull());
    expect(document.activeElement?.textContent).toMatch(/^Triple Steelix/);
  });

  test('asks for a name where there is none yet', async () => {
    const { site } = await open(invited(null));
    const name = 'Ert namn, som andra ser det';
    await press('Tacka ja');
    expect(document.activeElement).toBe(field(name));
    expect(field(name).ariaInvalid ?? field(name).getAttribute('aria-invalid')).toBe('true');
    expect(bodies(site, acceptInvitation)).toEqual([]);

    await write(name, 'Åsa Grön');
    await press('Tacka ja');

    expect(await screen.findByText(/nu är ni med\./)).toBeDefined();
    expect(bodies(site, acceptInvitation)).toEqual([{ name: 'Åsa Grön' }]);
  });

  test('gives the account its name, under which the language can be saved at once', async () => {
    const { site } = await open(invited(null));
    await write('Ert namn, som andra ser det', 'Åsa Grön');
    await press('Tacka ja');
    await screen.findByText(/nu är ni med\./);
    await waitFor(() => expect(field('Ert namn').value).toBe('Åsa Grön'));
    screen.getByRole('radio', { name: 'English' }).click();

    await press('Spara');

    expect(await screen.findByText('Namn och språk är sparade.')).toBeDefined();
    expect(bodies(site, changeAccount)).toEqual([{ name: 'Åsa Grön', language: 'en' }]);
  });

  test('leaves alone the name and the language that are being changed below', async () => {
    await open(invited(null));
    await write('Ert namn', 'Åsa Grön-Berg');
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    await write('Ert namn, som andra ser det', 'Åsa Grön');

    await press('Tacka ja');

    await screen.findByText(/nu är ni med\./);
    expect(field('Ert namn').value).toBe('Åsa Grön-Berg');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(true);
  });

  test('is declined after a question, and said to be', async () => {
    const { site } = await open(invited());
    await press('Tacka nej');
    expect(site.server.sent(declineInvitation)).toEqual([]);

    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Tacka nej' }));

    expect(await screen.findByText(/ni har tackat nej\./)).toBeDefined();
    expect(site.server.sent(declineInvitation)).toHaveLength(1);
  });

  test('that is no longer there says so', async () => {
    const site = invited();
    site.server.refused.set('acceptInvitation', 'not-found');
    await open(site);

    await press('Tacka ja');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det finns inte längre\./);
  });
});

describe('name and language', () => {
  // The browser of these tests does not scroll.
  beforeEach(() => {
    Element.prototype.scrollIntoView = () => undefined;
  });

  test('are saved, and said to be', async () => {
    const { site } = await open(new FakeAccountSite());
    await write('Ert namn', '  Kim Bergström ');
    screen.getByRole('radio', { name: 'English' }).click();

    await press('Spara');

    expect(await screen.findByText('Namn och språk är sparade.')).toBeDefined();
    expect(bodies(site, changeAccount)).toEqual([{ name: 'Kim Bergström', language: 'en' }]);
  });

  test('without a name are not sent; the summary leads to the field', async () => {
    const { site } = await open(new FakeAccountSite());
    await write('Ert namn', '');

    await press('Spara');

    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    screen.getByRole('link', { name: /^Skriv ert namn/ }).click();
    expect(document.activeElement).toBe(field('Ert namn'));
    expect(bodies(site, changeAccount)).toEqual([]);
  });

  test('stay as they were typed when no reply comes', async () => {
    const site = new FakeAccountSite();
    site.server.refused.set('changeAccount', 'no-reply');
    await open(site);
    await write('Ert namn', 'Kim Bergström');

    await press('Spara');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    expect(field('Ert namn').value).toBe('Kim Bergström');
    expect(button('Spara').ariaBusy).toBeNull();
  });
});

describe('mail about requests', () => {
  test('is chosen by whoever works for a provider, and said to be saved', async () => {
    const { site } = await open(new FakeAccountSite(accountOf({ memberships: [membershipOf('advisor')] })));
    const part = region('Mejl om förfrågningar');
    expect(part.getByRole<HTMLInputElement>('radio', { name: /^På en gång/ }).checked).toBe(true);

    await userEvent.click(part.getByRole('radio', { name: /^En gång om dagen/ }));
    await userEvent.click(part.getByRole('checkbox'));
    await userEvent.click(part.getByRole('button', { name: 'Spara' }));

    expect(await screen.findByText('Valet av mejl är sparat.')).toBeDefined();
    expect(site.server.sent(changeNoticeChoice).map(({ body }) => body)).toEqual([
      { newRequests: 'daily', isToldOfOverdue: false },
    ]);
  });

  test('is nothing for those of firms', async () => {
    await open(new FakeAccountSite(accountOf({ memberships: [membershipOf('owner', 'Smedjan AB')] })));

    expect(screen.queryByRole('region', { name: 'Mejl om förfrågningar' })).toBeNull();
  });
});
