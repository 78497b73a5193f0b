import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginAuthenticator, confirmAuthenticator, showSecondFactor } from '#shared/contracts/second-factor.ts';
import { requestSignInCode } from '#shared/contracts/sign-in.ts';
import { accountOf, membershipOf, noSecondFactor } from './account-fixture.ts';
import { appCode, FakeAccountSite, recoveryCodes, rightCode, secret } from './fake-account-site.ts';
import { givePasskeys } from './fake-passkeys.ts';
import { button, field, openAccount, press, title, wordsAt, write } from './open-account.tsx';

const address = '/second-factor?next=%2Fadvisor%3Fx%3D1';
const needing = (secondFactor = {}) =>
  new FakeAccountSite(
    accountOf({
      memberships: [membershipOf('advisor', 'Klustret')],
      secondFactor: { ...noSecondFactor, isNeeded: true, ...secondFactor },
    }),
  );

describe('who has none yet', () => {
  const codeField = 'Sex siffror som appen visar just nu';
  const connect = async (site = needing()) => {
    const opened = await openAccount(address, site);
    await press('Koppla en autentiseringsapp');
    await screen.findByRole('textbox', { name: codeField });
    return opened;
  };

  test('is told in a sentence why one is needed', async () => {
    await openAccount(address, needing());

    expect(screen.getByRole('heading', { level: 1, name: 'Ordna ett andra steg' })).toBeDefined();
    expect(screen.getByText(/den som kommer åt er e-post får inte komma in här/)).toBeDefined();
  });

  test('gets a square for the camera, a link for the phone, and the key to type', async () => {
    await connect();

    const square = await screen.findByRole('img', { name: 'QR-kod till autentiseringsappen' });
    expect(square.querySelector('path')?.getAttribute('d')).toMatch(/^M\d+ \d+h1v1h-1z/);
    expect(screen.getByRole('link', { name: /^Appen finns på den här enheten/ }).getAttribute('href')).toBe(
      `otpauth://totp/kim?secret=${secret}`,
    );
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeDefined();
  });

  test('may write a wrong code, which is said and stays', async () => {
    const { site } = await connect();
    await write(codeField, '12');
    await press('Koppla appen');
    expect(wordsAt(codeField)).toMatch(/Skriv de sex siffrorna\./);
    await write(codeField, '000 000');

    await press('Koppla appen');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Koden stämmer inte\./);
    expect(field(codeField).value).toBe('000 000');
    expect(site.server.sent(confirmAuthenticator)).toHaveLength(1);
  });

  test('sees the recovery codes before going on, and goes on once they are kept', async () => {
    const { where } = await connect();
    await write(codeField, appCode);

    await press('Koppla appen');

    const heading = await screen.findByRole('heading', { name: 'Era återställningskoder' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(recoveryCodes);
    expect(screen.queryByText(/Tidigare koder/)).toBeNull();
    expect(where()).toBe(address);
    await press('Vi har sparat dem');
    await title('En annan sida');
    expect(where()).toBe('/advisor?x=1');
  });

  test('may add a passkey instead', async () => {
    givePasskeys();
    const { where } = await openAccount(address, needing());
    await write('Namn på passnyckeln', 'Jobbmobilen');

    await press('Lägg till en passnyckel');

    await title('En annan sida');
    expect(where()).toBe('/advisor?x=1');
  });

  test('and has signed in long ago, shows once more by a code in the mail who it is, and goes on from there', async () => {
    const site = needing();
    site.isStale = true;
    await openAccount(address, site);
    await press('Koppla en autentiseringsapp');
    const dialog = await screen.findByRole('dialog', { name: 'Visa en gång till att det är ni' });

    await press('Skicka en kod till k***@smedjan.se');
    await write('Koden ur mejlet', rightCode);
    await waitFor(() => expect(within(dialog).getByRole('textbox')).toBeDefined());
    await press('Logga in');

    expect(await screen.findByRole('heading', { name: 'Koppla appen' })).toBeDefined();
    expect(site.server.sent(requestSignInCode)).toHaveLength(1);
    expect(site.server.sent(beginAuthenticator)).toHaveLength(2);
  });
});

describe('the recovery codes', () => {
  const copied: string[] = [];
  const saved: string[] = [];
  beforeEach(() => {
    copied.length = 0;
    saved.length = 0;
    const writeText = async (text: string) => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    URL.createObjectURL = () => 'blob:1';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(URL, 'createObjectURL');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  const openCodes = async () => {
    await openAccount(address, needing());
    await press('Koppla en autentiseringsapp');
    await write('Sex siffror som appen visar just nu', appCode);
    await press('Koppla appen');
    await screen.findByRole('heading', { name: 'Era återställningskoder' });
  };

  test('are copied, one to a line', async () => {
    await openCodes();

    await press('Kopiera koderna');

    expect(await screen.findByText('Koderna är kopierade.')).toBeDefined();
    expect(copied).toEqual([recoveryCodes.join('\n')]);
  });

  test('that cannot be copied are to be copied by hand', async () => {
    Reflect.deleteProperty(navigator, 'clipboard');
    await openCodes();

    await press('Kopiera koderna');

    expect(await screen.findByText(/Markera dem och kopiera för hand\./)).toBeDefined();
  });

  test('are saved as a text file', async () => {
    await openCodes();

    await press('Spara som textfil');

    expect(saved).toEqual(['aterstallningskoder.txt']);
  });
});

describe('who has one', () => {
  const having = () => needing({ hasAuthenticator: true, recoveryCodesLeft: 2 });
  const codeField = 'Kod från autentiseringsappen';

  test.each([appCode, '123 456', recoveryCodes[0] ?? ''])('shows it by %j, and goes on', async (code) => {
    const { where } = await openAccount(address, having());
    await write(codeField, code);

    await press('Fortsätt');

    await title('En annan sida');
    expect(where()).toBe('/advisor?x=1');
  });

  test('may write a wrong code, which is said and stays', async () => {
    await openAccount(address, having());
    await write(codeField, '999999');

    await press('Fortsätt');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Koden stämmer inte\./);
    expect(field(codeField).value).toBe('999999');
  });

  test('does not send what can be no code', async () => {
    const { site } = await openAccount(address, having());
    await write(codeField, '12');

    await press('Fortsätt');

    expect(wordsAt(codeField)).toMatch(/Fel: Skriv de sex siffror appen visar, eller en återställningskod\./);
    expect(site.server.sent(showSecondFactor)).toEqual([]);
  });

  test('is told to wait after too many', async () => {
    const site = having();
    site.server.refused.set('showSecondFactor', 'too-many-requests');
    await openAccount(address, site);
    await write(codeField, appCode);

    await press('Fortsätt');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Vänta en minut/);
  });

  test('as a passkey, uses that', async () => {
    givePasskeys();
    const { where } = await openAccount(address, needing({ hasPasskey: true }));
    expect(screen.queryByRole('textbox')).toBeNull();

    await press('Använd en passnyckel');

    await title('En annan sida');
    expect(where()).toBe('/advisor?x=1');
  });

  test('as a passkey, is told when the browser cannot use it', async () => {
    await openAccount(address, needing({ hasPasskey: true }));

    expect(screen.getByText(/går inte att använda i den här webbläsaren/)).toBeDefined();
  });
});

test('who has shown it is led on', async () => {
  await openAccount(address, needing({ isShown: true, hasAuthenticator: true }));

  expect(screen.getByRole('link', { name: 'Gå vidare' }).getAttribute('href')).toBe('/advisor?x=1');
});

test('who reloaded the page over the recovery codes is shown where to make new ones', async () => {
  await openAccount(address, needing({ isShown: true, hasAuthenticator: true, recoveryCodesLeft: 2 }));

  expect(screen.getByText(/^Hann ni inte spara återställningskoderna\?/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Gör nya på ert konto.' }).getAttribute('href')).toBe('/account');
});

test('who has shown a passkey is asked nothing about codes', async () => {
  await openAccount(address, needing({ isShown: true, hasPasskey: true }));

  expect(screen.queryByText(/återställningskoderna/)).toBeNull();
});

test('who is not signed in does that first, and comes back', async () => {
  const site = needing();
  site.account = null;

  const { where } = await openAccount(address, site);

  await title('Logga in');
  expect(where()).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
  expect(button('Skicka en kod')).toBeDefined();
});
