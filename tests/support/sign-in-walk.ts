import type { Page } from 'playwright-core';
import type { LiveSite } from './live-site.ts';
import { mailedCode } from './sign-in.ts';

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const headingOf = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Asks for a code on the page of signing in, in Swedish, and gives what the mail says. */
export async function askForCode(page: Page, site: LiveSite, email: string): Promise<string> {
  await page.getByLabel('E-postadress').fill(email);
  await press(page, 'Skicka en kod');
  await page.getByLabel('Koden ur mejlet').waitFor();
  return mailedCode(site, email);
}

/** Gives the browser a passkey that is there and unlocked whenever it is asked for. */
export async function givePasskeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
