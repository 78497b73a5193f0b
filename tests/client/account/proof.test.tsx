import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { getPersonalData } from '#shared/contracts/account.ts';
import { beginPasskey, renewRecoveryCodes } from '#shared/contracts/second-factor.ts';
import { accountOf, at, noSecondFactor } from './account-fixture.ts';
import { appCode, FakeAccountSite, recoveryCodes, rightCode } from './fake-account-site.ts';
import { givePasskeys } from './fake-passkeys.ts';
import { field, openAccount, press, write } from './open-account.tsx';

const open = (site: FakeAccountSite) => openAccount('/account', site);
const dialog = () => within(screen.getByRole('dialog', { name: 'Visa en gång till att det är ni' }));

function stale(secondFactor = {}): FakeAccountSite {
  const site = new FakeAccountSite(accountOf({ secondFactor: { ...noSecondFactor, ...secondFactor } }));
  site.isStale = true;
  return site;
}

function staleWithApp(): FakeAccountSite {
  const site = stale({ hasAuthenticator: true, recoveryCodesLeft: 7, isShown: true });
  site.factors = { ...site.factors, authenticatorSince: at, recoveryCodesLeft: 7 };
  return site;
}

describe('what takes proof of who one is', () => {
  test('asks for the app, and then goes on by itself', async () => {
    const { site } = await open(staleWithApp());
    await press('Nya återställningskoder');
    await write('Kod från autentiseringsappen', appCode);

    await userEvent.click(dialog().getByRole('button', { name: 'Fortsätt' }));

    expect(await screen.findByText(recoveryCodes[0] ?? '')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.server.sent(renewRecoveryCodes)).toHaveLength(2);
  });

  test('says that the code was wrong, and keeps asking', async () => {
    await open(staleWithApp());
    await press('Nya återställningskoder');
    await write('Kod från autentiseringsappen', '999999');

    await userEvent.click(dialog().getByRole('button', { name: 'Fortsätt' }));

    expect((await dialog().findByRole('alert')).textContent).toMatch(/Koden stämmer inte\./);
    expect(field('Kod från autentiseringsappen').value).toBe('999999');
  });

  test('is not done when one would not, and says what it takes', async () => {
    const { site } = await open(staleWithApp());
    await press('Nya återställningskoder');

    await userEvent.click(dialog().getByRole('button', { name: 'Avbryt' }));

    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Visa en gång till att det är ni, och försök igen\./,
    );
    expect(site.server.sent(renewRecoveryCodes)).toHaveLength(1);
  });

  test('asks those who have nothing else for a code by e-mail, and loses nothing that was typed', async () => {
    givePasskeys();
    const { site } = await open(stale());
    await write('Namn på passnyckeln', 'Jobbmobilen');
    await press('Lägg till en passnyckel');
    await press('Skicka en kod till k***@smedjan.se');
    await write('Koden ur mejlet', rightCode);

    await press('Logga in');

    expect(await screen.findByText('Passnyckeln är tillagd.')).toBeDefined();
    expect(await screen.findByText('Jobbmobilen')).toBeDefined();
    expect(site.server.sent(beginPasskey)).toHaveLength(2);
  });

  test('includes taking along all that the site holds', async () => {
    const { site } = await open(staleWithApp());

    await press('Ladda ner allt');

    expect(dialog()).toBeDefined();
    expect(site.server.sent(getPersonalData)).toHaveLength(1);
  });
});
