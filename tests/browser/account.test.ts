import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { mailedCode } from '../support/sign-in.ts';
import { askForCode, givePasskeys, headingOf, press } from '../support/sign-in-walk.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite({ isDemo: true, hasDemoPeople: true })]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

async function openContext({ colorScheme, width }: Look): Promise<BrowserContext> {
  return browser.newContext({ colorScheme, baseURL: site.origin, viewport: { width, height: 844 } });
}

/** The site invites the holder of the address to give advice. */
async function invited(email: string): Promise<void> {
  const { visitor, organisationId } = await signedInAs(site, 'manager');
  const body = { email, role: 'advisor', language: 'sv' };
  const reply = await visitor.post(`/api/organisations/${organisationId}/invitations`, body);
  expect(reply.statusCode, reply.body).toBe(201);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Konto' }).locator('summary').click();
  await page.getByRole('navigation', { name: 'Konto' }).getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('link', { name: 'Logga in' }).waitFor();
}

/** Sets the app up on the page, and gives the codes for when it is gone. */
async function connectApp(page: Page): Promise<string[]> {
  await press(page, 'Koppla en autentiseringsapp');
  await page.getByRole('img', { name: 'QR-kod till autentiseringsappen' }).waitFor();
  await page.getByText('Skriv nyckeln i stället').click();
  const key = await page.getByText(/^([A-Z2-7]{4} ){3,}/).innerText();
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')), digits: 6, period: 30 });
  await page.getByLabel('Sex siffror som appen visar just nu').fill(app.generate());
  await press(page, 'Koppla appen');
  await page.getByRole('heading', { name: 'Era återställningskoder' }).waitFor();
  const codes = await page.locator('main li').allInnerTexts();
  await press(page, 'Vi har sparat dem');
  return codes;
}

test('an invited advisor comes in by the link of the mail, sets up the second step, and back in without the mailbox', async () => {
  const complaints: string[] = [];
  const email = 'asa@kluster.example';
  await invited(email);
  const page = await watchedPage(await openContext({ colorScheme: 'light', width: 390 }), complaints);
  await page.goto('/sign-in?lang=sv');
  const code = await askForCode(page, site, email);

  // The link opens another tab of the same browser, and waits for a click.
  await page.goto(`/sign-in#code=${code}`);
  await page.getByText('Koden ur mejlet är ifylld.').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await press(page, 'Logga in');

  await headingOf(page, 'Ert konto');
  await page.getByLabel('Ert namn').first().fill('Åsa Grön');
  await press(page, 'Tacka ja');
  await page.getByText('nu är ni med.').waitFor();

  await page.goto('/advisor');
  await headingOf(page, 'Ordna ett andra steg');
  const [recoveryCode = ''] = await connectApp(page);
  await page.waitForURL('**/advisor');

  await givePasskeys(page);
  await page.goto('/account');
  await page.getByLabel('Namn på passnyckeln').fill('Jobbmobilen');
  await press(page, 'Lägg till en passnyckel');
  await page.getByText('Passnyckeln är tillagd.').waitFor();
  await signOut(page);
  await page.goto('/sign-in?next=%2Faccount');
  await press(page, 'Logga in med passnyckel');
  await headingOf(page, 'Ert konto');

  await signOut(page);
  await page.goto('/sign-in');
  await page.getByLabel('E-postadress').waitFor();
  await page.getByLabel('E-postadress').fill(email);
  await press(page, 'Skicka en kod');
  await page.getByLabel('Koden ur mejlet').fill((await mailedCode(site, email)).toLowerCase());
  await press(page, 'Logga in');
  await headingOf(page, 'Ett steg till');
  await page.getByLabel('Kod från autentiseringsappen').fill(recoveryCode);
  await press(page, 'Fortsätt');
  await page.waitForURL('**/advisor');
  expect(complaints).toEqual([]);
});

test('the link of a mail lets nobody in who opens it in another browser, and says why', async () => {
  const complaints: string[] = [];
  const look = { colorScheme: 'light', width: 1280 } as const;
  const page = await watchedPage(await openContext(look), complaints);
  const other = await watchedPage(await openContext(look), complaints);
  await page.goto('/sign-in?lang=sv');
  const code = await askForCode(page, site, 'kim@smedjan.example');

  await other.goto(`/sign-in?lang=sv#code=${code}`);
  await other.getByText('Den här webbläsaren har inte bett om någon kod.').waitFor();
  await press(other, 'Logga in');
  await other.getByRole('alert').getByText('bara i den webbläsare där ni bad om den').waitFor();

  await page.getByLabel('Koden ur mejlet').fill(code);
  await press(page, 'Logga in');
  await headingOf(page, 'Ert konto');
  expect(complaints).toEqual([]);
});

test('a session that is ended elsewhere keeps what is typed, and goes on once one has signed in beside it', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await openContext({ colorScheme: 'light', width: 1280 }), complaints);
  const email = 'eva@smedjan.example';
  await page.goto('/sign-in?lang=sv');
  await page.getByLabel('Koden ur mejlet').or(page.getByLabel('E-postadress')).waitFor();
  await page.getByLabel('E-postadress').fill(email);
  await press(page, 'Skicka en kod');
  await page.getByLabel('Koden ur mejlet').fill(await mailedCode(site, email));
  await press(page, 'Logga in');
  await headingOf(page, 'Ert konto');
  await page.getByLabel('Ert namn').fill('Eva Ek');
  await site.admin.query('delete from sessions where person_id = (select person_id from people where email = $1)', [
    email,
  ]);

  await press(page, 'Spara');
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Öppna inloggningen i en ny flik' }).click(),
  ]);
  const code = await askForCode(beside, site, email);
  await beside.getByLabel('Koden ur mejlet').fill(code);
  await press(beside, 'Logga in');
  await headingOf(beside, 'Ert konto');
  await beside.close();
  await page.bringToFront();

  await page.getByRole('button', { name: 'Tillbaka till sidan' }).click();
  expect(await page.getByLabel('Ert namn').inputValue()).toBe('Eva Ek');
  await press(page, 'Spara');
  await page.getByText('Namn och språk är sparade.').waitFor();
  expect(complaints).toEqual([]);
});

describe.each([
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'light', width: 1280 },
] as const)('in $colorScheme at $width px', (look) => {
  async function expectNoViolations(page: Page, name: string): Promise<void> {
    expect(await axeViolations(page), name).toEqual([]);
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(isWithin, `${name} scrolls sideways`).toBe(true);
  }

  test('no page of signing in or of the account has a violation that axe can find', async () => {
    const page = await (await openContext(look)).newPage();
    page.setDefaultTimeout(20_000);
    const email = `kim.berg.${look.width}@ett-foretag-med-langt-namn.example`;
    await invited(email);
    await page.goto('/sign-in?lang=sv&next=%2Faccount');
    await headingOf(page, 'Logga in');
    await expectNoViolations(page, 'the address');
    const code = await askForCode(page, site, email);
    await press(page, 'Logga in');
    await expectNoViolations(page, 'the code');
    await page.getByLabel('Koden ur mejlet').fill(code);
    await press(page, 'Logga in');
    await headingOf(page, 'Ert konto');
    await press(page, 'Tacka ja');
    await page.getByRole('navigation', { name: 'Konto' }).locator('summary').click();
    await expectNoViolations(page, 'the account with the menu open');
    await page.keyboard.press('Escape');
    await page.getByLabel('Ert namn').first().fill('Kim Berg');
    await press(page, 'Tacka ja');
    await page.getByText('nu är ni med.').waitFor();
    await expectNoViolations(page, 'the account of a member');
    await page.getByRole('link', { name: 'Radera ert konto' }).click();
    await headingOf(page, 'Radera ert konto');
    await press(page, 'Begär att kontot raderas');
    await expectNoViolations(page, 'the erasure of the account with a question');
    await page.goto('/second-factor');
    await headingOf(page, 'Ordna ett andra steg');
    await expectNoViolations(page, 'the second step');
    await press(page, 'Koppla en autentiseringsapp');
    await page.getByRole('img', { name: 'QR-kod till autentiseringsappen' }).waitFor();
    await expectNoViolations(page, 'the app');
    for (const [address, title] of [
      ['/demo/people', 'Demons personer'],
      ['/demo/mails', 'Demons brevlåda'],
      ['/sign-in', 'Ni är inloggade'],
      ['/sign-in/return?code=c&state=s', 'Logga in genom er organisation'],
    ] as const) {
      await page.goto(address);
      await headingOf(page, title);
      await expectNoViolations(page, title);
    }
  });
});
