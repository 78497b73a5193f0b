import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let advisor: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { width?: number; colorScheme?: 'light' | 'dark' };

async function openPage(complaints: string[], { width = 1280, colorScheme = 'light' }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 900 } });
  await context.addCookies([sessionCookieOf(site, advisor.sessionSecret)]);
  return watchedPage(context, complaints);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an adviser changes a package, builds its condition, publishes it, and firms see it in both languages', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints);
  await page.goto('/advisor');
  await page.getByRole('navigation', { name: 'Rådgivning' }).getByRole('link', { name: 'Paket' }).click();
  await heading(page, 'Redigera paket');
  await page.getByRole('button', { name: 'Ändra Mentor för ägare' }).click();
  await heading(page, 'Mentor för ägare');
  // It meets the need that another one meets too, and says so without standing in the way.
  await page.getByText('Ett annat paket möter till stor del samma behov').waitFor();

  await page.getByLabel('Namn, svenska').fill('Mentor för ägare i tillväxt');
  await page.getByLabel('Namn, engelska').fill('A mentor for growing owners');
  await page.getByRole('button', { name: 'Bygg ett villkor' }).first().click();
  await page.getByLabel('Vad det handlar om').first().selectOption({ label: 'En andel i procent' });
  await page.getByLabel('Andel', { exact: true }).selectOption({ label: 'Den största kundens andel av försäljningen' });
  await page
    .getByText('Paketet är till för er om den största kunden står för mer än 50 procent av försäljningen.')
    .waitFor();
  await page
    .getByText('The package is for you if the largest customer makes up more than 50 per cent of sales.')
    .waitFor();

  // Nothing is published without both languages, and it is said at the field.
  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Villkor: Skriv det här på engelska.' }).click();
  const english = page.getByLabel('Villkoret med ord för företaget, engelska');
  expect(await english.evaluate((field) => document.activeElement === field)).toBe(true);
  await english.fill('For firms with one large customer.');
  await page.getByLabel('Villkoret med ord för företaget, svenska').fill('För företag med en stor kund.');
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('Sparat i utkastet.').waitFor();

  await page.getByRole('link', { name: 'Se det som ett företag' }).click();
  await page.getByText('Ett utkast, så som ett företag kommer att se det').waitFor();
  await heading(page, 'Mentor för ägare i tillväxt');
  await page.getByRole('link', { name: 'Tillbaka till utkastet' }).click();
  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  await page.getByRole('dialog').getByText('Vi har frågat de andra om ändringen').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera' }).click();
  await page.getByText('Publicerat av Rut Råd, Compare.').waitFor();
  await page.getByRole('table', { name: 'Vad som ändrades' }).getByText('A mentor for growing owners').waitFor();

  await page.getByRole('link', { name: 'Se sidan som företagen ser' }).click();
  await heading(page, 'Mentor för ägare i tillväxt');
  await page.getByText('För företag med en stor kund.').waitFor();
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('link', { name: 'English' }))
    .first()
    .click();
  await heading(page, 'A mentor for growing owners');
  await page.getByText('For firms with one large customer.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('two who change the same draft see both texts, and lose neither', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints);
  await page.goto('/advisor/packages');
  await page.getByRole('button', { name: 'Ändra Digital plan på en sida' }).click();
  await heading(page, 'Digital plan på en sida');
  const other = await openPage([]);
  await other.goto(page.url());
  await other.getByLabel('Namn, svenska').fill('Deras plan');
  await other.getByRole('button', { name: 'Spara i utkastet' }).click();
  await other.getByText('Sparat i utkastet.').waitFor();

  await page.getByLabel('Namn, svenska').fill('Vår plan');
  await page.getByLabel('I en mening, svenska').fill('En halvdag.');
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('Rut Råd har ändrat utkastet under tiden').waitFor();
  await page.getByText('Deras plan').waitFor();
  await page.getByLabel('Deras text', { exact: true }).check();
  await page.getByRole('button', { name: 'Spara så i utkastet' }).click();
  await page.getByText('Sparat i utkastet, med det som båda har ändrat.').waitFor();
  expect(await page.getByLabel('Namn, svenska').inputValue()).toBe('Deras plan');
  expect(await page.getByLabel('I en mening, svenska').inputValue()).toBe('En halvdag.');
  await Promise.all([page.context().close(), other.context().close()]);
});

describe('the pages on which packages are edited', () => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('have no fault that axe finds: $colorScheme, $width px', async (look) => {
    const page = await openPage([], look);
    const check = async (name: string) => {
      await page.locator('h1').waitFor();
      expect(await axeViolations(page), name).toEqual([]);
      const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      expect(isWithin, `${name} scrolls sideways`).toBe(true);
    };
    await page.goto('/advisor/packages');
    await page.getByText('Gör ett nytt paket').click();
    await check('list');
    await page.getByRole('button', { name: 'Ändra Arbetsinstruktioner på skärm' }).click();
    await page.getByText('Överlapp med andra paket').waitFor();
    await page.getByRole('button', { name: 'Bygg ett villkor' }).first().click();
    await page.getByRole('button', { name: 'Publicera', exact: true }).click();
    await page.getByText(/återstår innan/).waitFor();
    await check('draft');
    await page.getByRole('link', { name: 'Historik' }).first().click();
    await page.getByRole('button', { name: 'Lämna, och förlora det ni skrev' }).click();
    await page.getByText('Kom med en utgåva av Måttstock.').waitFor();
    await check('history');
    await page.context().close();
  });
});
