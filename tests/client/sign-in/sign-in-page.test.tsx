import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { signOut } from '#shared/contracts/account.ts';
import { redeemSignInCode, requestSignInCode } from '#shared/contracts/sign-in.ts';
import { accountOf, email, membershipOf } from '../account/account-fixture.ts';
import { FakeAccountSite, rightCode } from '../account/fake-account-site.ts';
import { button, field, openAccount, press, title, wordsAt, write } from '../account/open-account.tsx';

const stranger = (person = accountOf()) => new FakeAccountSite(person, { isSignedIn: false });
const advisor = accountOf({ memberships: [membershipOf('advisor', 'Klustret')] });
const bodies = (site: FakeAccountSite, endpoint: typeof redeemSignInCode | typeof requestSignInCode) =>
  site.server.sent(endpoint).map(({ body }) => body);

async function askForCode(site = stranger(), address = '/sign-in') {
  const opened = await openAccount(address, site);
  await write('E-postadress', ' Kim.Berg@Smedjan.se');
  await press('Skicka en kod');
  await screen.findByRole('textbox', { name: 'Koden ur mejlet' });
  return opened;
}

async function enter(code: string): Promise<void> {
  await write('Koden ur mejlet', code);
  await press('Logga in');
}

describe('a code by e-mail', () => {
  test('is asked for with the address and the language of the page', async () => {
    const { site } = await askForCode();

    expect(bodies(site, requestSignInCode)).toEqual([{ email, language: 'sv' }]);
    expect(wordsAt('Koden ur mejlet')).toMatch(
      /skickade till kim\.berg@smedjan\.se\. Den gäller i tio minuter och bara/,
    );
  });

  test('is not asked for with what is no address, which stays in the field', async () => {
    const { site } = await openAccount('/sign-in', stranger());
    await write('E-postadress', 'kim@');

    await press('Skicka en kod');

    expect(wordsAt('E-postadress')).toMatch(/Fel: Skriv en e-postadress/);
    expect(document.activeElement).toBe(field('E-postadress'));
    expect(field('E-postadress').value).toBe('kim@');
    expect(bodies(site, requestSignInCode)).toEqual([]);
  });

  test('gets the focus, and is offered by the phone', async () => {
    await askForCode();

    await waitFor(() => expect(document.activeElement).toBe(field('Koden ur mejlet')));
    expect(field('Koden ur mejlet').autocomplete).toBe('one-time-code');
  });

  test.each(['abcd2345', ' ABCD-2345 ', 'abcd 2345'])('lets one in when written as %j', async (typed) => {
    const { site, where } = await askForCode();

    await enter(typed);

    await title('Ert konto');
    expect(where()).toBe('/account');
    expect(bodies(site, redeemSignInCode)).toEqual([{ code: rightCode }]);
  });

  test('that cannot be one is not sent', async () => {
    const { site } = await askForCode();

    await enter('ABCD');

    expect(wordsAt('Koden ur mejlet')).toMatch(/Fel: Skriv kodens åtta bokstäver och siffror\./);
    expect(bodies(site, redeemSignInCode)).toEqual([]);
  });

  test('that is wrong is said to be, stays in the field, and a new one can be asked for', async () => {
    const { site } = await askForCode();
    await enter('WRNG2345');
    expect((await screen.findByRole('alert')).textContent).toMatch(/bara i den webbläsare där ni bad om den/);
    expect(field('Koden ur mejlet').value).toBe('WRNG2345');

    await press('Skicka en ny kod');

    expect(await screen.findByText(/En ny kod är på väg\./)).toBeDefined();
    expect(bodies(site, requestSignInCode)).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('of an account that is locked is said to open nothing, and whom to turn to', async () => {
    const site = stranger();
    site.server.refused.set('redeemSignInCode', 'account-locked');
    await askForCode(site);

    await enter(rightCode);

    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Kontot är låst, så ingen kan logga in på det\. Vänd er till samordningen/,
    );
  });

  test('can be sent to another address', async () => {
    await askForCode();

    await press('Annan adress');

    expect(field('E-postadress').value).toBe(email);
  });

  test('is still waited for after a reload, without the address being kept', async () => {
    await askForCode();
    cleanup();

    const { site } = await openAccount('/sign-in', stranger());

    expect(wordsAt('Koden ur mejlet')).toMatch(/skickade till k\*\*\*@smedjan\.se/);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(email);
    await press('Skicka en ny kod');
    expect(field('E-postadress').value).toBe('');
    expect(bodies(site, requestSignInCode)).toEqual([]);
  });

  test('leaves nothing behind once it is used', async () => {
    await askForCode();

    await enter(rightCode);

    await title('Ert konto');
    expect({ ...localStorage }).toEqual({});
  });

  test('is asked for again when no reply came', async () => {
    const site = stranger();
    site.server.refused.set('requestSignInCode', 'no-reply');
    await openAccount('/sign-in', site);
    await write('E-postadress', email);
    await press('Skicka en kod');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    site.server.refused.clear();

    await press('Skicka en kod');

    expect(await screen.findByRole('textbox', { name: 'Koden ur mejlet' })).toBeDefined();
  });
});

describe('the link of the mail', () => {
  const openLink = (site = stranger()) => {
    window.history.replaceState(null, '', '/sign-in#code=abcd2345');
    return openAccount('/sign-in#code=abcd2345', site);
  };

  test('fills the code in and takes it out of the address, and sends nothing', async () => {
    const { site } = await openLink();

    expect(field('Koden ur mejlet').value).toBe(rightCode);
    expect(window.location.href).not.toContain('code');
    expect(site.server.requests.map(({ name }) => name)).toEqual(['getVisitor', 'getSignInMethods']);
  });

  test('lets one in by a click', async () => {
    await openLink();

    await press('Logga in');

    await title('Ert konto');
  });

  test('says beforehand that it is for another browser, where no code was asked for', async () => {
    await openLink();

    expect(screen.getByText(/Den här webbläsaren har inte bett om någon kod\./)).toBeDefined();
    expect(screen.queryByText(/Koden ur mejlet är ifylld/)).toBeNull();
    await press('Be om en kod här');
    expect(field('E-postadress')).toBeDefined();
  });

  test('for another browser is forgotten once a code is asked for here', async () => {
    await openLink();
    await press('Be om en kod här');
    await write('E-postadress', email);

    await press('Skicka en kod');

    await screen.findByRole('textbox', { name: 'Koden ur mejlet' });
    expect(field('Koden ur mejlet').value).toBe('');
    expect(screen.queryByText(/har inte bett om någon kod/)).toBeNull();
  });

  test('says nothing of the kind where the code was asked for, and leads where one was going', async () => {
    const { site } = await askForCode(stranger(), '/sign-in?next=%2Ffirms%2F1');
    cleanup();

    const { where } = await openLink(site);
    expect(screen.queryByText(/har inte bett om någon kod/)).toBeNull();
    expect(screen.getByText(/Koden ur mejlet är ifylld/)).toBeDefined();
    await press('Logga in');

    await title('En annan sida');
    expect(where()).toBe('/firms/1');
  });
});

describe('whoever has signed in', () => {
  test.each([
    ['goes on to the page that was asked for', '/sign-in?next=%2Ffirms%2F1%2Faccess%3Fx%3D1', '/firms/1/access?x=1'],
    ['is not led to another site', '/sign-in?next=%2F%2Fevil.example', '/advisor'],
    ['begins where the role works', '/sign-in', '/advisor'],
  ])('%s', async (_name, address, leadsTo) => {
    const { where } = await askForCode(stranger(advisor), address);

    await enter(rightCode);

    await title('En annan sida');
    expect(where()).toBe(leadsTo);
  });

  test('is told why one is here, when another page asked for it', async () => {
    await openAccount('/sign-in?next=%2Ffirms%2F1', stranger());

    expect(screen.getByText('Sidan ni ville till kräver att ni loggar in')).toBeDefined();
    expect(screen.getByText(/Svar som har getts finns kvar/)).toBeDefined();
  });

  test.each([
    ['an invitation', '/account', 'Logga in med den adress som inbjudan kom till.'],
    ['answers to save', '/responses/01900000-0000-7000-8000-000000000001/claim', 'Logga in, sedan sparar ni svaren.'],
  ])('is told what comes next with %s, and nothing of a session that ended', async (_name, next, words) => {
    await openAccount(`/sign-in?next=${encodeURIComponent(next)}`, stranger());

    expect(screen.getByText(words)).toBeDefined();
    expect(screen.queryByText('Sidan ni ville till kräver att ni loggar in')).toBeNull();
  });

  test('sees who it is, and may go on', async () => {
    await openAccount('/sign-in', new FakeAccountSite(advisor));

    expect(screen.getByRole('heading', { level: 1, name: 'Ni är inloggade' })).toBeDefined();
    expect(screen.getByText('Kim Berg (kim.berg@smedjan.se)')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Gå vidare' }).getAttribute('href')).toBe('/advisor');
  });

  test('may sign out, and sign in as somebody else', async () => {
    const { site } = await openAccount('/sign-in', new FakeAccountSite());

    await press('Logga ut');

    expect(await screen.findByRole('textbox', { name: 'E-postadress' })).toBeDefined();
    expect(site.server.sent(signOut)).toHaveLength(1);
  });

  test('is told when signing out got no reply', async () => {
    const site = new FakeAccountSite();
    site.server.refused.set('signOut', 'no-reply');
    await openAccount('/sign-in', site);

    await press('Logga ut');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
  });

  test('in another tab is seen when one comes back to this one', async () => {
    const { site } = await askForCode();
    site.account = site.person;

    document.dispatchEvent(new Event('visibilitychange'));

    await title('Ni är inloggade');
  });
});

test('the page is in English for who reads English', async () => {
  const site = stranger();
  await openAccount('/sign-in', site, 'en');
  await userEvent.type(field('E-mail address'), email);

  await press('Send a code');

  await screen.findByRole('textbox', { name: 'Code from the mail' });
  expect(bodies(site, requestSignInCode)).toEqual([{ email, language: 'en' }]);
  expect(button('Sign in')).toBeDefined();
});
