import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { addPasskey, removeAuthenticator, removePasskey } from '#shared/contracts/second-factor.ts';
import { accountOf, at, both, noSecondFactor, uuid } from './account-fixture.ts';
import { appCode, FakeAccountSite, recoveryCodes } from './fake-account-site.ts';
import { givePasskeys } from './fake-passkeys.ts';
import { field, openAccount, press, write } from './open-account.tsx';

const open = (site: FakeAccountSite) => openAccount('/account', site);
const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
const passkey = { passkeyId: uuid('9', 1), name: 'Jobbmobilen', createdAt: at, lastUsedAt: null };

function withApp(): FakeAccountSite {
  const site = new FakeAccountSite(
    accountOf({ secondFactor: { ...noSecondFactor, isShown: true, hasAuthenticator: true, recoveryCodesLeft: 7 } }),
  );
  site.factors = { ...site.factors, authenticatorSince: at, recoveryCodesLeft: 7 };
  return site;
}

describe('the authenticator app', () => {
  test('is connected on the page, and its codes are kept before it is done', async () => {
    await open(new FakeAccountSite());
    await press('Koppla en autentiseringsapp');
    await write('Sex siffror som appen visar just nu', appCode);
    await press('Koppla appen');
    await screen.findByText(recoveryCodes[0] ?? '');

    await press('Vi har sparat dem');

    expect(await screen.findByText(/I bruk sedan 3 februari 2026\./)).toBeDefined();
    expect(screen.getByText(/Återställningskoder kvar: 2\./)).toBeDefined();
    expect(screen.queryByText(recoveryCodes[0] ?? '')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Autentiseringsapp');
  });

  test('gets new recovery codes, shown once', async () => {
    await open(withApp());
    expect(screen.getByText(/Återställningskoder kvar: 7\./)).toBeDefined();

    await press('Nya återställningskoder');

    expect((await screen.findAllByText(/^[AB]{4}-\d{4}$/)).map(({ textContent }) => textContent)).toEqual(
      recoveryCodes,
    );
    expect(screen.getByText(/Tidigare koder gäller inte längre\./)).toBeDefined();
    await press('Vi har sparat dem');
    expect(await screen.findByText(/Återställningskoder kvar: 2\./)).toBeDefined();
  });

  test('is removed after a question', async () => {
    const { site } = await open(withApp());
    await press('Ta bort appen');
    expect(site.server.sent(removeAuthenticator)).toEqual([]);

    await confirm('Ta bort');

    expect(await screen.findByText(/Ingen app är kopplad\./)).toBeDefined();
  });

  test('is not removed when it is the last thing that a role needs', async () => {
    const site = withApp();
    site.server.refused.set('removeAuthenticator', 'last-of-its-kind');
    await open(site);
    await press('Ta bort appen');

    await confirm('Ta bort');

    expect((await screen.findByRole('alert')).textContent).toMatch(/det här är det sista ni har/);
  });
});

describe('passkeys', () => {
  test('are none at first, and cannot be made where the browser has none', async () => {
    await open(new FakeAccountSite());

    expect(screen.getByText(/^Inga än\./)).toBeDefined();
    expect(screen.getByText('Den här webbläsaren kan inte skapa passnycklar.')).toBeDefined();
  });

  test('are added under a name', async () => {
    givePasskeys();
    const { site } = await open(new FakeAccountSite());
    await write('Namn på passnyckeln', ' Jobbmobilen ');

    await press('Lägg till en passnyckel');

    expect(await screen.findByText('Passnyckeln är tillagd.')).toBeDefined();
    expect(await screen.findByText('Jobbmobilen')).toBeDefined();
    expect(site.server.sent(addPasskey).map(({ body }) => body)).toEqual([
      { name: 'Jobbmobilen', credential: expect.objectContaining({ id: 'AQID', type: 'public-key' }) },
    ]);
    expect(field('Namn på passnyckeln').value).toBe('');
  });

  test.each([
    ['the person broke off', 'NotAllowedError', /Ingen passnyckel användes\./],
    ['the device has one already', 'InvalidStateError', /Den passnyckeln finns redan bland era\./],
  ])('are not added when %s, and the name stays', async (_name, error, words) => {
    givePasskeys().refuse(error);
    await open(new FakeAccountSite());
    await write('Namn på passnyckeln', 'Jobbmobilen');

    await press('Lägg till en passnyckel');

    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(field('Namn på passnyckeln').value).toBe('Jobbmobilen');
  });

  test('without a name are not made', async () => {
    givePasskeys();
    const { site } = await open(new FakeAccountSite());

    await press('Lägg till en passnyckel');

    expect(screen.getByText('Skriv ett namn, högst 80 tecken.')).toBeDefined();
    expect(site.server.requests.map(({ name }) => name)).not.toContain('beginPasskey');
  });

  test('are removed by name, after a question', async () => {
    const site = new FakeAccountSite();
    site.factors = { ...site.factors, passkeys: [passkey] };
    await open(site);
    expect(screen.getByText(/Tillagd 3 februari 2026\. Inte använd än\./)).toBeDefined();
    await press('Ta bort Jobbmobilen');
    expect(screen.getByRole('dialog', { name: 'Ta bort passnyckeln Jobbmobilen?' })).toBeDefined();

    await confirm('Ta bort');

    expect(await screen.findByText(/^Inga än\./)).toBeDefined();
    expect(site.server.sent(removePasskey).map(({ params }) => params)).toEqual([{ passkeyId: passkey.passkeyId }]);
  });
});

describe("the organisation's own sign-in", () => {
  test('is not spoken of where the site has none', async () => {
    await open(new FakeAccountSite());

    expect(screen.queryByRole('heading', { name: 'Er organisations egen inloggning' })).toBeNull();
  });

  test('is connected and disconnected by name', async () => {
    const site = new FakeAccountSite();
    site.oidc = both('Region Dalarna');
    const identity = { identityId: uuid('6', 1), issuer: 'https://login.region.example/tenant', createdAt: at };
    site.factors = { ...site.factors, identities: [identity] };
    await open(site);
    expect(screen.getByRole('button', { name: 'Koppla Region Dalarna' })).toBeDefined();
    await press('Koppla från login.region.example');

    await confirm('Koppla från');

    await waitFor(() => expect(screen.queryByText('login.region.example')).toBeNull());
    expect(screen.getByRole('button', { name: 'Koppla Region Dalarna' })).toBeDefined();
  });
});
