import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { getSignInMethods } from '#shared/contracts/sign-in.ts';
import { accountOf, both } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { givePasskeys } from '../account/fake-passkeys.ts';
import { button, openAccount, press, title } from '../account/open-account.tsx';

const stranger = () => new FakeAccountSite(accountOf(), { isSignedIn: false });

test('a site with a code by e-mail only offers nothing else', async () => {
  await openAccount('/sign-in', stranger());

  expect(screen.queryByRole('heading', { name: 'Andra sätt' })).toBeNull();
});

describe('a passkey', () => {
  test('lets one in', async () => {
    givePasskeys();
    await openAccount('/sign-in', stranger());

    await press('Logga in med passnyckel');

    await title('Ert konto');
  });

  test.each([
    ['that the person did not give', 'NotAllowedError', /Ingen passnyckel användes\./],
    ['that the device cannot give', 'SecurityError', /Den här enheten kan inte använda en passnyckel här\./],
  ])('%s is said to be missing', async (_name, error, words) => {
    givePasskeys().refuse(error);
    await openAccount('/sign-in', stranger());

    await press('Logga in med passnyckel');

    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(button('Logga in med passnyckel').ariaBusy).toBeNull();
  });

  test('that is not known here lets nobody in', async () => {
    givePasskeys();
    const site = stranger();
    site.server.refused.set('finishPasskeySignIn', 'sign-in-refused');
    await openAccount('/sign-in', site);

    await press('Logga in med passnyckel');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det släppte inte in er\./);
  });
});

describe("the organisation's own sign-in", () => {
  test('is offered by its name, and is not followed to what is no web address', async () => {
    const site = stranger();
    site.oidc = both('Region Dalarna');
    await openAccount('/sign-in', site);

    await press('Logga in med Region Dalarna');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar|gick fel/);
    expect(window.location.href).toMatch(/^http:/);
  });
});

test("a demo offers its people, and a real site's page does not ask for them", async () => {
  const site = stranger();
  site.isDemo = true;
  await openAccount('/sign-in', site);

  expect(screen.getByRole('link', { name: 'Logga in som någon av demons personer' }).getAttribute('href')).toBe(
    '/demo/people',
  );
  expect(site.server.requests.map(({ name }) => name)).toEqual(['getVisitor', getSignInMethods.name]);
});
