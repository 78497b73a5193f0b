import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { finishOidcLink } from '#shared/contracts/second-factor.ts';
import { finishOidcSignIn } from '#shared/contracts/sign-in.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openAccount, press, title } from '../account/open-account.tsx';

const reply = '/sign-in/return?code=c1&state=s1';
const stranger = () =>
  new FakeAccountSite(accountOf({ memberships: [membershipOf('editor', 'Samordningen')] }), { isSignedIn: false });
const setOutFor = (purpose: 'sign-in' | 'link') => sessionStorage.setItem('mattstock.oidc', purpose);

test('nothing is sent before a click', async () => {
  const { site } = await openAccount(reply, stranger());

  expect(screen.getByText(/Er organisation har bekräftat vilka ni är\./)).toBeDefined();
  expect(site.server.requests.map(({ name }) => name)).toEqual(['getVisitor']);
});

test('a click hands over what came back, and lets one in', async () => {
  setOutFor('sign-in');
  const { site, where } = await openAccount(reply, stranger());

  await press('Fortsätt');

  await title('En annan sida');
  expect(where()).toBe('/editor');
  expect(site.server.sent(finishOidcSignIn).map(({ body }) => body)).toEqual([{ query: 'code=c1&state=s1' }]);
  expect({ ...sessionStorage }).toEqual({});
});

test('leads on to where one was going before one left', async () => {
  localStorage.setItem('mattstock.sign-in-next', `${Date.now() + 1000} /firms/1`);
  const { where } = await openAccount(reply, stranger());

  await press('Fortsätt');

  await title('En annan sida');
  expect(where()).toBe('/firms/1');
});

test('connects the provider when one set out from the account for that', async () => {
  setOutFor('link');
  const { site } = await openAccount(reply, new FakeAccountSite());

  await press('Fortsätt');

  await title('Ert konto');
  expect(site.server.sent(finishOidcLink).map(({ body }) => body)).toEqual([{ query: 'code=c1&state=s1' }]);
});

test('a provider that is somebody else’s already is not connected, and one may go back', async () => {
  setOutFor('link');
  const site = new FakeAccountSite();
  site.server.refused.set('finishOidcLink', 'already-in-use');
  await openAccount(reply, site);

  await press('Fortsätt');

  expect((await screen.findByRole('alert')).textContent).toMatch(/redan kopplat till ett annat konto/);
  expect(screen.getByRole('link', { name: 'Tillbaka till ert konto' }).getAttribute('href')).toBe('/account');
});

test('says that it did not let one in, and offers other ways', async () => {
  const site = stranger();
  site.server.refused.set('finishOidcSignIn', 'sign-in-refused');
  await openAccount(reply, site);

  await press('Fortsätt');

  expect((await screen.findByRole('alert')).textContent).toMatch(/Det släppte inte in er\./);
  expect(screen.getByRole('link', { name: 'Andra sätt att logga in' }).getAttribute('href')).toBe('/sign-in');
});

test.each(['/sign-in/return?error=access_denied&state=s1', '/sign-in/return'])(
  'of %s there is nothing to hand over',
  async (address) => {
    await openAccount(address, stranger());

    expect(screen.getByText(/avbröts, eller släppte inte in någon/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  },
);
